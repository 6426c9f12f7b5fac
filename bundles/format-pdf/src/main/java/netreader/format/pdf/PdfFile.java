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

    /**
     * A document and what it is read through.
     *
     * @param lenient whether the whole file was searched for what is left of a damaged document
     */
    private record Parsed(SourceReader reader, PDDocument document, boolean lenient) {}

    private final BookSource source;
    private final Optional<String> password;
    private Parsed parsed;
    private boolean closed;

    private PdfFile(BookSource source, Optional<String> password) throws FormatException {
        this.source = source;
        this.password = password;
        this.parsed = parse();
    }

    /**
     * Opens a PDF.
     *
     * @throws FormatException PASSWORD_REQUIRED, PASSWORD_WRONG, DAMAGED, UNSUPPORTED, TOO_COSTLY or IO
     */
    static PdfFile open(BookSource source, Optional<String> password) throws FormatException {
        return new PdfFile(source, password);
    }

    /** Lenient parsing may read a whole file to repair it; a strict one reads only what it needs. */
    private Parsed parse() throws FormatException {
        try {
            return parse(false);
        } catch (FormatException e) {
            if (e.reason() != Reason.DAMAGED) {
                throw e;
            }
            return parse(true);
        }
    }

    private Parsed parse(boolean leniently) throws FormatException {
        SourceReader reader = reader();
        PDDocument document = guarded(reader, () -> {
            if (reader.length() == 0) {
                throw new FormatException(Reason.DAMAGED, "The PDF file is empty");
            }
            PDDocument found = new PDFParser(reader, password.orElse("")).parse(leniently);
            if (!leniently && found.getNumberOfPages() <= 0) {
                throw new FormatException(Reason.DAMAGED, "This PDF has no pages");
            }
            return found;
        });
        return new Parsed(reader, document, leniently);
    }

    private SourceReader reader() throws FormatException {
        try {
            return new SourceReader(source);
        } catch (IOException e) {
            throw Failures.ofSource(e);
        }
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
            return with(parsed, task);
        } catch (FormatException e) {
            if (e.reason() != Reason.DAMAGED || parsed.lenient()) {
                throw e;
            }
            Parsed strict = parsed;
            parsed = parse(true);
            closeQuietly(strict.document());
            return with(parsed, task);
        }
    }

    private <T> T with(Parsed open, Task<T> task) throws FormatException {
        return guarded(open.reader(), () -> task.with(open.document()));
    }

    private interface Guarded<T> {
        T run() throws IOException, FormatException;
    }

    @SuppressWarnings("CatchingUnchecked") // PDFBox throws RuntimeExceptions and Errors of all kinds on damaged files
    private <T> T guarded(SourceReader reader, Guarded<T> work) throws FormatException {
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
            closeQuietly(parsed.document());
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
