package netreader.format.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import netreader.format.Link;
import netreader.format.Outline;
import netreader.format.PageSize;
import netreader.format.TextRun;
import netreader.format.Work;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {
    /** The black square stands at the lower left of the page before the page is turned. */
    @ParameterizedTest
    @CsvSource({"0, 200, 100, 5, 95", "90, 100, 200, 5, 5", "180, 200, 100, 195, 5", "270, 100, 200, 95, 195"})
    void aTurnedPageIsSeenTurned(int rotation, double width, double height, int x, int y) throws Exception {
        try (PdfBook book = TestPdf.open(TestPdf.saved(TestPdf.onePage(rotation)))) {
            assertEquals(new PageSize(width, height), book.pageSize(0));
            BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
            book.render(0, 1, new Rectangle((int) width, (int) height), image, Work.UNCANCELLED);
            assertEquals(0xFF000000, image.getRGB(x, y));
            assertEquals("Hello reader\n", book.pageText(0));
            // The words cover their own ink.
            for (TextRun run : book.textRuns(0)) {
                Rectangle2D box = run.bounds();
                assertTrue(hasInk(image, box), run.toString());
                boolean lies = rotation % 180 == 0;
                assertEquals(lies, box.getWidth() > box.getHeight(), run.toString());
            }
        }
    }

    private static boolean hasInk(BufferedImage image, Rectangle2D box) {
        for (int y = (int) box.getMinY(); y < box.getMaxY(); y++) {
            for (int x = (int) box.getMinX(); x < box.getMaxX(); x++) {
                if ((image.getRGB(x, y) & 0xFF) < 128) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aUserUnitScalesEverything() throws Exception {
        PDDocument document = TestPdf.onePage(0);
        document.getPage(0).setUserUnit(3);
        try (PdfBook book = TestPdf.open(TestPdf.saved(document))) {
            assertEquals(new PageSize(600, 300), book.pageSize(0));
            BufferedImage image = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);
            book.render(0, 1, new Rectangle(600, 300), image, Work.UNCANCELLED);
            assertEquals(0xFF000000, image.getRGB(25, 275));
            assertEquals(60, book.textRuns(0).get(0).bounds().getX(), 1);
        }
    }

    @Test
    void linksHaveTheirPlaceAndTarget() throws Exception {
        PDDocument document = TestPdf.onePage(90);
        PDPage page = document.getPage(0);
        PDAnnotationLink out = new PDAnnotationLink();
        PDActionURI uri = new PDActionURI();
        uri.setURI("https://example.org/");
        out.setAction(uri);
        out.setRectangle(new PDRectangle(20, 10, 50, 5));
        PDAnnotationLink in = new PDAnnotationLink();
        PDPageFitDestination there = new PDPageFitDestination();
        there.setPage(page);
        in.setDestination(there);
        in.setRectangle(new PDRectangle(0, 0, 10, 10));
        page.setAnnotations(List.of(out, in));
        try (PdfBook book = TestPdf.open(TestPdf.saved(document))) {
            List<Link> links = book.links(0);
            assertEquals(new Link.ToUri("https://example.org/"), links.get(0).target());
            assertEquals(new Rectangle2D.Double(10, 20, 5, 50), links.get(0).bounds());
            assertEquals(new Link.ToAnchor(0), links.get(1).target());
        }
    }

    @Test
    void anOutlineThatLeadsInACircleEnds() throws Exception {
        PDDocument document = TestPdf.onePage(0);
        PDDocumentOutline root = new PDDocumentOutline();
        document.getDocumentCatalog().setDocumentOutline(root);
        PDOutlineItem a = new PDOutlineItem();
        a.setTitle("A");
        PDOutlineItem b = new PDOutlineItem();
        b.setTitle("B");
        root.addLast(a);
        a.addLast(b);
        b.getCOSObject().setItem(COSName.FIRST, a);
        b.getCOSObject().setItem(COSName.NEXT, b);
        try (PdfBook book = TestPdf.open(TestPdf.saved(document))) {
            assertEquals(
                    List.of(new Outline.Entry("A", 0, 0), new Outline.Entry("B", 1, 0)),
                    book.outline(Work.UNCANCELLED).entries());
        }
    }

    @Test
    void pagesHaveTheirLabels() throws Exception {
        PDDocument document = TestPdf.onePage(0);
        document.addPage(new PDPage());
        PDPageLabels labels = new PDPageLabels(document);
        PDPageLabelRange roman = new PDPageLabelRange();
        roman.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
        roman.setStart(12);
        labels.setLabelItem(0, roman);
        document.getDocumentCatalog().setPageLabels(labels);
        try (PdfBook book = TestPdf.open(TestPdf.saved(document))) {
            assertEquals("xii", book.label(0));
            assertEquals("xiii", book.label(1));
            assertEquals("3", book.label(2));
        }
        try (PdfBook book = TestPdf.open(TestPdf.saved(TestPdf.onePage(0)))) {
            assertEquals("1", book.label(0));
        }
    }

    @Test
    void untitledIsNoTitle() throws Exception {
        PDDocument document = TestPdf.onePage(0);
        document.getDocumentInformation().setTitle(" Untitled ");
        document.getDocumentInformation().setAuthor("曹雪芹；高鹗");
        document.getDocumentCatalog().setLanguage("zh_CN");
        try (PdfBook book = TestPdf.open(TestPdf.saved(document))) {
            assertTrue(book.metadata().title().isEmpty());
            assertEquals(List.of("曹雪芹", "高鹗"), book.metadata().authors());
            assertEquals("zh-CN", book.metadata().language().orElseThrow());
        }
    }
}
