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
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Work;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
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
    private static final Duration SECONDS = Duration.ofSeconds(90);
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
                    assertTrue(failure.getMessage().startsWith("A part of this PDF would take more memory"));
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

    private static COSDictionary dictionary(String name, COSBase value) {
        COSDictionary dictionary = new COSDictionary();
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
        BufferedImage picture = painted(document, false);
        assertEquals(0xFFE0E0E0, picture.getRGB(25, 75));
        assertEquals(0xFF000000, picture.getRGB(70, 90));
    }

    @Test
    void aBombInAFontLeavesTheTextReadable() throws Exception {
        PDDocument document = book(content("BT /F 10 Tf 10 50 Td (Hello) Tj ET 0 0 0 rg 60 0 20 20 re f"));
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TRUE_TYPE);
        font.setName(COSName.BASE_FONT, "Helvetica");
        font.setItem(COSName.TO_UNICODE, bomb(spaces));
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "Helvetica");
        COSStream file = bomb(zeros);
        file.setInt(COSName.LENGTH1, 1 << 30);
        descriptor.setItem(COSName.FONT_FILE2, file);
        font.setItem(COSName.FONT_DESC, descriptor);
        document.getPage(0).getResources().getCOSObject().setItem(COSName.FONT, dictionary("F", font));
        assertEquals(0xFF000000, painted(document, false).getRGB(70, 90));
    }

    private static COSArray numbers(float... values) {
        COSArray numbers = new COSArray();
        numbers.setFloatArray(values);
        return numbers;
    }

    @Test
    void aBombInAProfileOrAFunctionIsLeftOut() throws Exception {
        PDDocument document = book(content("/C cs 0.5 0.5 0.5 sc 0 0 50 50 re f 0 0 0 rg 60 0 20 20 re f /S sh"));
        COSStream profile = bomb(zeros);
        profile.setInt(COSName.N, 3);
        COSArray space = new COSArray();
        space.add(COSName.ICCBASED);
        space.add(profile);
        COSStream function = bomb(zeros);
        function.setInt(COSName.FUNCTION_TYPE, 0);
        function.setItem(COSName.DOMAIN, numbers(0f, 1f));
        function.setItem(COSName.RANGE, numbers(0f, 1f, 0f, 1f, 0f, 1f));
        function.setItem(COSName.SIZE, numbers(2f));
        function.setInt(COSName.BITS_PER_SAMPLE, 8);
        COSDictionary shading = new COSDictionary();
        shading.setInt(COSName.SHADING_TYPE, 2);
        shading.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
        shading.setItem(COSName.COORDS, numbers(0f, 50f, 100f, 50f));
        shading.setItem(COSName.FUNCTION, function);
        COSDictionary resources = document.getPage(0).getResources().getCOSObject();
        resources.setItem(COSName.COLORSPACE, dictionary("C", space));
        resources.setItem(COSName.SHADING, dictionary("S", shading));
        painted(document, false);
    }

    @Test
    void aChainOfFiltersIsBounded() throws Exception {
        COSArray chain = new COSArray();
        chain.add(COSName.ASCII_HEX_DECODE);
        chain.add(COSName.FLATE_DECODE);
        COSStream hex = stream(HexFormat.of().formatHex(spaces).getBytes(StandardCharsets.US_ASCII), chain);
        painted(book(hex), false);
    }

    @Test
    void anObjectStreamThatIsTooLargeEndsInASentence() throws Exception {
        COSStream objects = bomb(spaces);
        objects.setItem(COSName.TYPE, COSName.OBJ_STM);
        objects.setInt(COSName.N, 1);
        objects.setInt(COSName.FIRST, 10);
        PDDocument document = book(objects);
        painted(document, false);
    }
}
