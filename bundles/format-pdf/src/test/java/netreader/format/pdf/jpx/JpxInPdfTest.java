package netreader.format.pdf.jpx;

import static netreader.format.pdf.jpx.TestPictures.HEIGHT;
import static netreader.format.pdf.jpx.TestPictures.WIDTH;
import static netreader.format.pdf.jpx.TestPictures.bytes;
import static netreader.format.pdf.jpx.TestPictures.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.spi.IIORegistry;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures as PDFBox paints them. */
class JpxInPdfTest {
    private static final COSName NOTHING = COSName.getPDFName("Nothing");

    private final JpxReaderSpi spi = new JpxReaderSpi();

    @BeforeEach
    void register() {
        IIORegistry.getDefaultInstance().registerServiceProvider(spi);
    }

    @AfterEach
    void deregister() {
        IIORegistry.getDefaultInstance().deregisterServiceProvider(spi);
    }

    private static COSStream stream(PDDocument document, byte[] picture) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (var out = stream.createRawOutputStream()) {
            out.write(picture);
        }
        stream.setItem(COSName.FILTER, COSName.JPX_DECODE);
        stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
        stream.setInt(COSName.WIDTH, WIDTH);
        stream.setInt(COSName.HEIGHT, HEIGHT);
        return stream;
    }

    /** A page that is the picture, on blue; {@link #NOTHING} leaves the colour space to the picture. */
    private static BufferedImage painted(byte[] picture, COSBase colourSpace, int opacityInData) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
            document.addPage(page);
            COSStream stream = stream(document, picture);
            stream.setInt(COSName.SMASK_IN_DATA, opacityInData);
            if (!colourSpace.equals(NOTHING)) {
                stream.setItem(COSName.COLORSPACE, colourSpace);
            }
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setNonStrokingColor(Color.BLUE);
                content.addRect(0, 0, WIDTH, HEIGHT);
                content.fill();
                content.drawImage(new PDImageXObject(new PDStream(stream), null), 0, 0, WIDTH, HEIGHT);
            }
            return new PDFRenderer(document).renderImage(0);
        }
    }

    private static void assertColour(int red, int green, int blue, int rgb) {
        assertEquals(red, rgb >> 16 & 0xFF, 3, "red");
        assertEquals(green, rgb >> 8 & 0xFF, 3, "green");
        assertEquals(blue, rgb & 0xFF, 3, "blue");
    }

    @Test
    void coloursAreThoseOfThePicture() throws Exception {
        for (COSBase space : new COSBase[] {NOTHING, COSName.DEVICERGB}) {
            BufferedImage page = painted(bytes("rgb.jp2"), space, 0);
            assertColour(sample(0, 30, 20), sample(1, 30, 20), sample(2, 30, 20), page.getRGB(30, 20));
        }
    }

    @Test
    void greyIsThatOfThePicture() throws Exception {
        for (COSBase space : new COSBase[] {NOTHING, COSName.DEVICEGRAY}) {
            BufferedImage page = painted(bytes("twelve-bits.jp2"), space, 0);
            int grey = sample(0, 30, 20);
            assertColour(grey, grey, grey, page.getRGB(30, 20));
        }
    }

    @Test
    void fewBitsAreGreyOrNumbersOfColours() throws Exception {
        int number = sample(0, 30, 20) >> 4;
        BufferedImage grey = painted(bytes("four-bits.j2k"), COSName.DEVICEGRAY, 0);
        assertColour(17 * number, 17 * number, 17 * number, grey.getRGB(30, 20));
        COSArray indexed = new COSArray();
        indexed.add(COSName.INDEXED);
        indexed.add(COSName.DEVICERGB);
        indexed.add(COSInteger.get(15));
        byte[] palette = new byte[48];
        for (int i = 0; i < 16; i++) {
            palette[3 * i] = (byte) (15 * i);
            palette[3 * i + 1] = (byte) (250 - 15 * i);
        }
        indexed.add(new COSString(palette));
        BufferedImage coloured = painted(bytes("four-bits.j2k"), indexed, 0);
        assertColour(15 * number, 250 - 15 * number, 0, coloured.getRGB(30, 20));
    }

    @Test
    void lookingAtAPictureDecodesNothing() throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDImageXObject image = new PDImageXObject(new PDStream(stream(document, bytes("rgb.jp2"))), null);
            // An interrupted thread decodes nothing.
            Thread.currentThread().interrupt();
            try {
                assertEquals(8, image.getBitsPerComponent());
                assertEquals(3, image.getColorSpace().getNumberOfComponents());
            } finally {
                assertTrue(Thread.interrupted());
            }
        }
    }

    @Test
    void inkIsDark() throws Exception {
        BufferedImage page = painted(bytes("cmyk.j2k"), COSName.DEVICECMYK, 0);
        int light = page.getRGB(0, 0) >> 16 & 0xFF;
        int dark = page.getRGB(80, 5) >> 16 & 0xFF;
        assertTrue(light > dark + 50, light + " " + dark);
    }

    @Test
    void opacityShowsWhatIsBelow() throws Exception {
        int grey = sample(0, 60, 40);
        int opaque = sample(1, 60, 40);
        assertColour(grey, grey, grey, painted(bytes("opacity.jp2"), NOTHING, 0).getRGB(60, 40));
        int mixed = grey * opaque / 255;
        assertColour(
                mixed,
                mixed,
                mixed + 255 - opaque,
                painted(bytes("opacity.jp2"), NOTHING, 1).getRGB(60, 40));
    }
}
