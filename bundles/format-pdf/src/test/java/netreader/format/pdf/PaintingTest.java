package netreader.format.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Work;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;

class PaintingTest {
    private static BufferedImage painted(PdfBook book, Work work) throws FormatException {
        BufferedImage target = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        book.render(0, 1, new Rectangle(200, 100), target, work);
        return target;
    }

    /** A page with a red image of these dimensions at its left, which has the pixels of a small one, and a black square. */
    private static byte[] withImage(int width, int height) throws IOException {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage(new PDRectangle(200, 100));
        document.addPage(page);
        COSStream pixels = new COSStream();
        try (OutputStream out = pixels.createOutputStream()) {
            for (int i = 0; i < 16; i++) {
                out.write(new byte[] {(byte) 0xFF, 0, 0});
            }
        }
        pixels.setInt(COSName.WIDTH, width);
        pixels.setInt(COSName.HEIGHT, height);
        pixels.setInt(COSName.BITS_PER_COMPONENT, 8);
        pixels.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
        PDImageXObject image = new PDImageXObject(new PDStream(pixels), null);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 10, 10, 80, 80);
            content.addRect(110, 10, 80, 80);
            content.fill();
        }
        return TestPdf.saved(document);
    }

    @Test
    void anImageIsPainted() throws Exception {
        try (PdfBook book = TestPdf.open(withImage(4, 4))) {
            assertEquals(0xFFFF0000, painted(book, Work.UNCANCELLED).getRGB(50, 50));
        }
    }

    @Test
    void anImageThatIsTooLargeIsAGreyBoxAndThePageGoesOn() throws Exception {
        try (PdfBook book = TestPdf.open(withImage(60_000, 60_000))) {
            BufferedImage picture = painted(book, Work.UNCANCELLED);
            assertEquals(0xFFE0E0E0, picture.getRGB(50, 50));
            assertEquals(0xFF000000, picture.getRGB(150, 50));
        }
    }

    @Test
    void cancellingStopsInsideAFormAndKeepsWhatIsPainted() throws Exception {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage(new PDRectangle(200, 100));
        document.addPage(page);
        PDFormXObject form = new PDFormXObject(document);
        form.setBBox(new PDRectangle(200, 100));
        form.setResources(new PDResources());
        try (OutputStream out = form.getStream().createOutputStream()) {
            out.write("0 0 0 rg 0 0 100 100 re f\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
        }
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawForm(form);
        }
        try (PdfBook book = TestPdf.open(TestPdf.saved(document))) {
            AtomicInteger asked = new AtomicInteger();
            BufferedImage target = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
            FormatException failure = assertThrows(
                    FormatException.class,
                    () -> book.render(0, 1, new Rectangle(200, 100), target, () -> asked.incrementAndGet() > 50));
            assertEquals(Reason.CANCELLED, failure.reason());
            assertTrue(asked.get() < 60, "asked " + asked);
            assertEquals(0xFF000000, target.getRGB(50, 50));
            assertEquals(0xFF000000, painted(book, Work.UNCANCELLED).getRGB(50, 50));
        }
    }

    @Test
    void aPagePaintedTwiceLooksTheSame() throws Exception {
        try (PdfBook book = TestPdf.open(TestPdf.saved(TestPdf.onePage(0)))) {
            BufferedImage first = painted(book, Work.UNCANCELLED);
            for (int again = 0; again < 3; again++) {
                BufferedImage next = painted(book, Work.UNCANCELLED);
                for (int i = 0; i < 200 * 100; i++) {
                    int before = first.getRGB(i % 200, i / 200) & 0xFF;
                    assertEquals(before, next.getRGB(i % 200, i / 200) & 0xFF, 2, "pixel " + i);
                }
            }
        }
    }

    @Test
    void theDecodersComeWithTheFirstBookAndLeaveWithTheBundle() throws Exception {
        PdfFormat format = new PdfFormat();
        format.open(BookSource.of(TestPdf.saved(TestPdf.onePage(0))), TestPdf.OPTIONS)
                .close();
        assertTrue(ImageIO.getImageReadersByFormatName("JBIG2").hasNext());
        format.deactivate();
        assertFalse(ImageIO.getImageReadersByFormatName("JBIG2").hasNext());
    }
}
