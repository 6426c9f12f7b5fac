package netreader.format.pdf;

import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.Work;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/**
 * Paints a small page where nobody sees it, so that the first page of the first book does not wait for what is loaded
 * once: classes, profiles of colours, decoders of images. Only where there is a window, since only there somebody waits.
 */
final class WarmUp {
    /** After the window and the formats have started. */
    private static final long DELAY_MS = 700;

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private WarmUp() {}

    /** On a thread of its own, which ends when it is interrupted or done. */
    static Thread start(PdfFormat format) {
        Thread thread = new Thread(() -> waitAndRun(format), "pdf-warm-up");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void waitAndRun(PdfFormat format) {
        try {
            Thread.sleep(DELAY_MS);
            if (!GraphicsEnvironment.isHeadless() && Window.getWindows().length > 0) {
                format.registerDecoders();
                run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | FormatException | RuntimeException | LinkageError e) {
            // The first page will take a little longer, or the bundle has gone.
            System.getLogger(WarmUp.class.getName()).log(System.Logger.Level.DEBUG, "Not warmed up", e);
        }
    }

    static void run() throws IOException, FormatException {
        PdfFile file = PdfFile.open(BookSource.of(page()), Optional.empty());
        try (PdfBook book = new PdfBook(file)) {
            BufferedImage picture = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
            book.render(0, 1, new Rectangle(200, 200), picture, Work.UNCANCELLED);
            var unused = book.textRuns(0);
        }
    }

    private static byte[] page() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        try (PDDocument document = new PDDocument();
                InputStream font = PDDocument.class.getResourceAsStream(FONT)) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setNonStrokingColor(Color.GRAY);
                content.addRect(0, 0, 50, 50);
                content.fill();
                content.drawImage(JPEGFactory.createFromImage(document, image), 10, 10);
                content.drawImage(LosslessFactory.createFromImage(document, image), 30, 10);
                content.beginText();
                content.setFont(PDType0Font.load(document, font), 12);
                content.newLineAtOffset(20, 50);
                content.showText("Reader");
                content.endText();
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
