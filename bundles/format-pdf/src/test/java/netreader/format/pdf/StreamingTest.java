package netreader.format.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Outline;
import netreader.format.Work;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;

/** Reading over a slow link: what it costs in round trips and blocks of 64 KB. */
class StreamingTest {
    private static final int PAGES = 2000;

    private static PdfBook open(SlowSource source) throws FormatException {
        return (PdfBook) new PdfFormat().open(source, TestPdf.OPTIONS);
    }

    private static int[] picture(PdfBook book, int page) throws FormatException {
        BufferedImage target = new BufferedImage(400, 500, BufferedImage.TYPE_INT_RGB);
        book.render(page, 1, new Rectangle(400, 500), target, Work.UNCANCELLED);
        return ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
    }

    @Test
    void aPageOfALongBookCostsAFewRoundTrips() throws Exception {
        SlowSource source = new SlowSource(BigPdf.of(PAGES, 100));
        try (PdfBook book = open(source)) {
            assertEquals(PAGES, book.pageCount());
            picture(book, 0);
            assertTrue(source.trips() <= 4, "round trips for page 1: " + source.trips());
            assertTrue(source.blocks() <= 8, "blocks for page 1: " + source.blocks());
            int trips = source.trips();
            int blocks = source.blocks();
            picture(book, 1600);
            assertTrue(source.trips() - trips <= 2, "round trips for a jump: " + (source.trips() - trips));
            assertTrue(source.blocks() - blocks <= 3, "blocks for a jump: " + (source.blocks() - blocks));
        }
    }

    @Test
    void aPageOfAFlatTreeIsFoundWithoutTheOthers() throws Exception {
        SlowSource source = new SlowSource(BigPdf.of(PAGES, PAGES));
        try (PdfBook book = open(source)) {
            int blocks = source.blocks();
            assertEquals("Page 1601\n", book.pageText(1600));
            assertTrue(source.blocks() - blocks <= 3, "blocks for a jump: " + (source.blocks() - blocks));
        }
    }

    @Test
    void anOutlineIsReadWithoutThePages() throws Exception {
        SlowSource source = new SlowSource(BigPdf.of(PAGES, 10));
        try (PdfBook book = open(source)) {
            int trips = source.trips();
            Outline outline = book.outline(Work.UNCANCELLED);
            assertEquals(PAGES / 10, outline.entries().size());
            assertEquals(
                    new Outline.Entry("Part 200", 0, 1990), outline.entries().get(199));
            assertTrue(source.trips() - trips <= 3, "round trips: " + (source.trips() - trips));
        }
    }

    @Test
    void aFlatTreeInObjectStreamsCostsNoMore() throws Exception {
        PDDocument document = new PDDocument();
        Random random = new Random(3);
        for (int i = 0; i < 800; i++) {
            PDPage page = new PDPage();
            byte[] ballast = new byte[4096];
            random.nextBytes(ballast);
            page.getCOSObject().setItem("Ballast", new PDStream(document, new ByteArrayInputStream(ballast)));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(TestPdf.helvetica(), 12);
                content.showText("Page " + i);
                content.endText();
            }
        }
        SlowSource source = new SlowSource(TestPdf.saved(document));
        try (PdfBook book = open(source)) {
            assertEquals("Page 700\n", book.pageText(700));
            assertTrue(source.trips() <= 8, "round trips: " + source.trips());
            assertTrue(source.blocks() <= 10, "blocks: " + source.blocks());
        }
    }

    @Test
    void aDamagedFileIsAskedForAtOnce() throws Exception {
        byte[] bytes = BigPdf.of(300, 100);
        byte[] wrong = "startxref\n7".getBytes(StandardCharsets.US_ASCII);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("startxref");
        System.arraycopy(wrong, 0, bytes, at, wrong.length);
        SlowSource source = new SlowSource(bytes);
        try (PdfBook book = open(source)) {
            assertEquals("Page 250\n", book.pageText(249));
            assertTrue(source.trips() <= 3, "round trips: " + source.trips());
        }
    }

    /** PDFBox remembers what it could not read as missing. */
    @Test
    void aFailureLeavesNoHoles() throws Exception {
        byte[] bytes = TestPdf.sample("Persuasion - Jane Austen.pdf");
        int[] whole;
        int trips;
        SlowSource well = new SlowSource(bytes);
        try (PdfBook book = open(well)) {
            trips = well.trips();
            whole = picture(book, 10);
            trips = well.trips() - trips;
        }
        assertTrue(trips > 0);
        for (int after = 0; after < trips; after++) {
            SlowSource source = new SlowSource(bytes);
            try (PdfBook book = open(source)) {
                int failing = source.trips() + after + 1;
                source.failAfter(after);
                FormatException failure = assertThrows(FormatException.class, () -> picture(book, 10));
                assertEquals(Reason.IO, failure.reason());
                assertEquals(failing, source.trips(), "Nothing more is asked for");
                assertArrayEquals(whole, picture(book, 10));
            }
        }
    }
}
