package netreader.format.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import org.osgi.service.component.annotations.Component;

/** PDF, read and painted by Apache PDFBox. */
@Component(
        property = {
            BookFormat.NAME + "=PDF",
            BookFormat.EXTENSIONS + "=pdf",
            BookFormat.MEDIA_TYPE + "=application/pdf",
            BookFormat.DELIVERY + "=file"
        })
public final class PdfFormat implements BookFormat {
    private static final String FONT_CACHE = "pdfbox.fontcache";

    public PdfFormat() {
        PdfBoxLog.quiet();
    }

    @Override
    public Book open(BookSource source, OpenOptions options) throws FormatException {
        keepFontCacheIn(options.cache());
        PdfFile file = PdfFile.open(source, options.password());
        return new PdfBook(file);
    }

    /** PDFBox lists the fonts of the system in a file, by default in the home folder. */
    private static synchronized void keepFontCacheIn(Path cache) throws FormatException {
        if (System.getProperty(FONT_CACHE) != null) {
            return;
        }
        try {
            System.setProperty(
                    FONT_CACHE, Files.createDirectories(cache).toAbsolutePath().toString());
        } catch (IOException e) {
            throw new FormatException(Reason.IO, "The cache folder could not be created", e);
        }
    }
}
