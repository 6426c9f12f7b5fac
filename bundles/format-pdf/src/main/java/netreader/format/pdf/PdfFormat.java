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
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

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

    private final ImageDecoders decoders = new ImageDecoders();
    private final Thread warmUp;

    @Activate
    public PdfFormat() {
        PdfBoxLog.quiet();
        warmUp = WarmUp.start(this);
    }

    @Deactivate
    void deactivate() {
        warmUp.interrupt();
        decoders.deregister();
    }

    @Override
    public Book open(BookSource source, OpenOptions options) throws FormatException {
        registerDecoders();
        prepareFonts(options.cache());
        PdfFile file = PdfFile.open(source, options.password());
        return new PdfBook(file);
    }

    /** Makes ready what the first book with a scanned page would wait for. */
    void registerDecoders() {
        decoders.register();
    }

    /**
     * PDFBox lists the fonts of the system in a file, by default in the home folder. The first time this takes seconds, so
     * it is done beside the first book: most books have their fonts in them.
     */
    private static synchronized void prepareFonts(Path cache) throws FormatException {
        if (FontMappers.instance() instanceof SystemFonts) {
            return;
        }
        if (System.getProperty(FONT_CACHE) == null) {
            try {
                System.setProperty(
                        FONT_CACHE,
                        Files.createDirectories(cache).toAbsolutePath().toString());
            } catch (IOException e) {
                throw new FormatException(Reason.IO, "The cache folder could not be created", e);
            }
        }
        SystemFonts fonts = new SystemFonts(FontMappers.instance());
        FontMappers.set(fonts);
        Thread search = new Thread(() -> search(fonts), "pdf-fonts");
        search.setDaemon(true);
        search.start();
    }

    private static void search(SystemFonts fonts) {
        try {
            fonts.search();
        } catch (LinkageError e) {
            // The bundle was stopped meanwhile, and its classes are not to be had any more.
        }
    }
}
