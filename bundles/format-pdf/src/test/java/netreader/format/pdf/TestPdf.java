package netreader.format.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** PDFs for tests: from the sample library, and made here. */
final class TestPdf {
    static final OpenOptions OPTIONS = OpenOptions.defaults(Path.of("target/pdf-cache"));

    static {
        // Fonts are looked for while books are made, before any is opened.
        try {
            System.setProperty(
                    "pdfbox.fontcache", Files.createDirectories(OPTIONS.cache()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestPdf() {}

    static PdfBook open(byte[] bytes) throws FormatException {
        return open(bytes, OPTIONS);
    }

    static PdfBook open(byte[] bytes, OpenOptions options) throws FormatException {
        return (PdfBook) new PdfFormat().open(BookSource.of(bytes), options);
    }

    static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(Path.of("../../library", name));
    }

    /** One page of 200 × 100 points with a line of text, a black square at its lower left, and a turn. */
    static PDDocument onePage(int rotation) throws IOException {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage(new PDRectangle(200, 100));
        page.setRotation(rotation);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.addRect(0, 0, 10, 10);
            content.fill();
            content.beginText();
            content.setFont(helvetica(), 12);
            content.newLineAtOffset(20, 50);
            content.showText("Hello reader");
            content.endText();
        }
        return document;
    }

    static PDType1Font helvetica() {
        return new PDType1Font(FontName.HELVETICA);
    }

    static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        document.close();
        return out.toByteArray();
    }

    static byte[] encrypted(String password) throws IOException {
        PDDocument document = onePage(0);
        StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
        policy.setEncryptionKeyLength(256);
        document.protect(policy);
        return saved(document);
    }
}
