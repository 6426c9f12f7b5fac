package netreader.format.pdf;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps PDFBox from reporting every flaw of every file. */
final class PdfBoxLog {
    // The JDK forgets the level of a logger that no one holds.
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    private PdfBoxLog() {}

    /** What matters comes out as an exception. */
    static void quiet() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
