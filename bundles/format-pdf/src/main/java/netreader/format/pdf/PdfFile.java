package netreader.format.pdf;

import java.io.IOException;
import java.util.Optional;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * An open PDF document and the one gate to it: every use of PDFBox passes {@link #use}, where its failures become
 * {@link FormatException}s. One thread at a time.
 */
final class PdfFile {
    /** Work with a document. */
    interface Task<T> {
        T with(PDDocument document) throws IOException, FormatException;
    }

    private final BookSource source;
    private final Optional<String> password;
    private SourceReader reader;
    private PDDocument document;
    private boolean lenient;
    private boolean closed;

    private PdfFile(BookSource source, Optional<String> password) throws FormatException {
        this.source = source;
        this.password = password;
        // Lenient parsing reads a whole file to repair it; a strict one reads only what it needs.
        try {
            parse(false);
        } catch (FormatException e) {
            if (e.reason() != Reason.DAMAGED) {
                throw e;
            }
            parse(true);
        }
    }

    /**
     * Opens a PDF.
     *
     * @throws FormatException PASSWORD_REQUIRED, PASSWORD_WRONG, DAMAGED, UNSUPPORTED, TOO_COSTLY or IO
     */
    static PdfFile open(BookSource source, Optional<String> password) throws FormatException {
        return new PdfFile(source, password);
    }

    private void parse(boolean leniently) throws FormatException {
        try {
            reader = new SourceReader(source);
        } catch (IOException e) {
            throw Failures.ofSource(e);
        }
        lenient = leniently;
        document = guarded(() -> {
            if (reader.length() == 0) {
                throw new FormatException(Reason.DAMAGED, "The PDF file is empty");
            }
            PDDocument parsed = new PDFParser(reader, password.orElse("")).parse(leniently);
            if (!leniently && parsed.getNumberOfPages() <= 0) {
                throw new FormatException(Reason.DAMAGED, "This PDF has no pages");
            }
            return parsed;
        });
    }

    /** Whether damage was found, so that the whole file was searched for what is left. */
    boolean repaired() {
        return lenient;
    }

    /**
     * Does something with the document; once more with a repaired one if damage shows only now.
     *
     * @throws FormatException whatever went wrong
     */
    <T> T use(Task<T> task) throws FormatException {
        if (closed) {
            throw new FormatException(Reason.CANCELLED, "The book is closed");
        }
        try {
            return guarded(() -> task.with(document));
        } catch (FormatException e) {
            if (e.reason() != Reason.DAMAGED || lenient) {
                throw e;
            }
            PDDocument strict = document;
            parse(true);
            closeQuietly(strict);
            return guarded(() -> task.with(document));
        }
    }

    private interface Guarded<T> {
        T run() throws IOException, FormatException;
    }

    @SuppressWarnings("CatchingUnchecked") // PDFBox throws RuntimeExceptions and Errors of all kinds on damaged files
    private <T> T guarded(Guarded<T> work) throws FormatException {
        var unused = reader.takeFailure();
        try {
            T result = work.run();
            Optional<IOException> swallowed = reader.takeFailure();
            if (swallowed.isPresent()) {
                throw Failures.ofSource(swallowed.get());
            }
            return result;
        } catch (Throwable e) {
            throw Failures.of(e, reader.takeFailure(), password.isPresent());
        }
    }

    /** Frees everything; safe to call twice. */
    void close() {
        if (!closed) {
            closed = true;
            closeQuietly(document);
        }
    }

    private static void closeQuietly(PDDocument open) {
        try {
            open.close();
        } catch (IOException e) {
            System.getLogger(PdfFile.class.getName()).log(System.Logger.Level.DEBUG, "A PDF was not closed well", e);
        }
    }
}
