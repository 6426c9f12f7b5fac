package netreader.format.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Work;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams that become a thousand times as large as they are in the file. */
class BombTest {
    private static final int GIGABYTE = 1 << 30;
    private static final Duration SECONDS = Duration.ofSeconds(20);
    private static final String SQUARE = "0 0 0 rg 0 0 50 50 re f\n";

    private static byte[] zeros;
    private static byte[] spaces;

    @BeforeAll
    static void deflate() throws IOException {
        zeros = deflated(0, new byte[0]);
        spaces = deflated(' ', SQUARE.getBytes(StandardCharsets.US_ASCII));
    }

    /** A gigabyte, a megabyte when deflated, behind a few bytes that mean something. */
    private static byte[] deflated(int value, byte[] first) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = new byte[1 << 16];
        Arrays.fill(block, (byte) value);
        try (OutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(first);
            for (int i = 0; i < GIGABYTE / block.length; i++) {
                out.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private static COSStream stream(byte[] encoded, COSBase filter) throws IOException {
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(encoded);
        }
        stream.setItem(COSName.FILTER, filter);
        return stream;
    }

    private static COSStream bomb(byte[] deflated) throws IOException {
        return stream(deflated, COSName.FLATE_DECODE);
    }

    private static COSStream content(String text) throws IOException {
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream()) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return stream;
    }

    /** A page with this content, before a page with a square. */
    private static PDDocument book(COSBase content) throws IOException {
        PDDocument document = new PDDocument();
        for (COSBase each : List.of(content, content(SQUARE))) {
            PDPage page = new PDPage(new PDRectangle(100, 100));
            page.setResources(new PDResources());
            page.getCOSObject().setItem(COSName.CONTENTS, each);
            document.addPage(page);
        }
        return document;
    }

    private static BufferedImage paint(PdfBook book, int page, BufferedImage target) throws FormatException {
        book.render(page, 1, new Rectangle(100, 100), target, Work.UNCANCELLED);
        return target;
    }

    private static BufferedImage target() {
        return new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
    }

    /** Paints the first page; what goes wrong is said, and the next page is whole. */
    private static BufferedImage painted(PDDocument document, boolean whole) throws Exception {
        byte[] bytes = TestPdf.saved(document);
        BufferedImage picture = target();
        assertTimeoutPreemptively(SECONDS, () -> {
            try (PdfBook book = TestPdf.open(bytes)) {
                if (whole) {
                    paint(book, 0, picture);
                } else {
                    FormatException failure = assertThrows(FormatException.class, () -> paint(book, 0, picture));
                    assertEquals(Reason.TOO_COSTLY, failure.reason());
                    assertTrue(failure.getMessage().startsWith("A part of this page would take more memory"));
                }
                assertEquals(0xFF000000, paint(book, 1, target()).getRGB(25, 75));
            }
        });
        return picture;
    }

    @Test
    void contentIsPaintedAsFarAsItMayGo() throws Exception {
        assertEquals(0xFF000000, painted(book(bomb(spaces)), false).getRGB(25, 75));
    }

    @Test
    void contentInPiecesIsCountedTogether() throws Exception {
        COSArray pieces = new COSArray();
        pieces.add(content(SQUARE));
        COSStream bomb = bomb(spaces);
        for (int i = 0; i < 20; i++) {
            pieces.add(bomb);
        }
        assertEquals(0xFF000000, painted(book(pieces), false).getRGB(25, 75));
    }

    @Test
    void aFormIsLeftOutAndTheRestIsPainted() throws Exception {
        PDDocument document = book(content("/F Do " + SQUARE));
        COSStream bomb = bomb(spaces);
        bomb.setItem(COSName.TYPE, COSName.XOBJECT);
        bomb.setItem(COSName.SUBTYPE, COSName.FORM);
        PDFormXObject form = new PDFormXObject(bomb);
        form.setBBox(new PDRectangle(100, 100));
        document.getPage(0).getResources().put(COSName.getPDFName("F"), form);
        assertEquals(0xFF000000, painted(document, false).getRGB(25, 75));
    }

    @Test
    void ofAnImageOnlyItsSamplesAreDecoded() throws Exception {
        PDDocument document = book(content("q 50 0 0 50 0 0 cm /I Do Q"));
        COSStream image = bomb(zeros);
        image.setItem(COSName.TYPE, COSName.XOBJECT);
        image.setItem(COSName.SUBTYPE, COSName.IMAGE);
        image.setInt(COSName.WIDTH, 4);
        image.setInt(COSName.HEIGHT, 4);
        image.setInt(COSName.BITS_PER_COMPONENT, 8);
        image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        document.getPage(0).getResources().getCOSObject().setItem(COSName.XOBJECT, dictionary("I", image));
        assertEquals(0xFF000000, painted(document, true).getRGB(25, 75));
    }

    private static org.apache.pdfbox.cos.COSDictionary dictionary(String name, COSBase value) {
        org.apache.pdfbox.cos.COSDictionary dictionary = new org.apache.pdfbox.cos.COSDictionary();
        dictionary.setItem(COSName.getPDFName(name), value);
        return dictionary;
    }

    @Test
    void anImageInTheContentIsAGreyBox() throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write("q 50 0 0 50 0 0 cm BI /W 4 /H 4 /BPC 8 /CS /G /F /Fl ID ".getBytes(StandardCharsets.US_ASCII));
        content.write(zeros);
        content.write("\nEI Q 0 0 0 rg 60 0 20 20 re f".getBytes(StandardCharsets.US_ASCII));
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream()) {
            content.writeTo(out);
        }
        BufferedImage picture = painted(book(stream), true);
        assertEquals(0xFFE0E0E0, picture.getRGB(25, 75));
        assertEquals(0xFF000000, picture.getRGB(70, 90));
    }

    @Test
    void filtersBeforeOneForImagesAreBoundedToo() throws Exception {
        PDDocument document = book(content("q 50 0 0 50 0 0 cm /I Do Q 0 0 0 rg 60 0 20 20 re f"));
        COSArray filters = new COSArray();
        filters.add(COSName.FLATE_DECODE);
        filters.add(COSName.DCT_DECODE);
        COSStream image = stream(zeros, filters);
        image.setItem(COSName.TYPE, COSName.XOBJECT);
        image.setItem(COSName.SUBTYPE, COSName.IMAGE);
        image.setInt(COSName.WIDTH, 4);
        image.setInt(COSName.HEIGHT, 4);
        image.setInt(COSName.BITS_PER_COMPONENT, 8);
        image.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        document.getPage(0).getResources().getCOSObject().setItem(COSName.XOBJECT, dictionary("I", image));
        BufferedImage picture = painted(document, true);
        assertEquals(0xFFE0E0E0, picture.getRGB(25, 75));
        assertEquals(0xFF000000, picture.getRGB(70, 90));
    }
}
