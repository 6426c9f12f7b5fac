package netreader.format.pdf;

import java.io.IOException;
import java.util.Optional;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * An open PDF document and the one gate to it: every use of PDFBox passes {@link #use}, where its failures become
 * {@link FormatException}s. One thread at a time.
 */
final class PdfFile {
    /** Work with a document. */
    interface Task<T> {
        T with(BookDocument document) throws IOException, FormatException;
    }

    /**
     * A document and what it is read through.
     *
     * @param lenient whether the whole file was searched for what is left of a damaged document
     */
    private record Parsed(SourceReader reader, BookParser parser, BookDocument document, boolean lenient) {}

    private final BookSource source;
    private final Optional<String> password;
    private Optional<Parsed> parsed = Optional.empty();
    private boolean damaged;
    private boolean closed;

    private PdfFile(BookSource source, Optional<String> password) {
        this.source = source;
        this.password = password;
    }

    /**
     * Opens a PDF.
     *
     * @throws FormatException PASSWORD_REQUIRED, PASSWORD_WRONG, DAMAGED, UNSUPPORTED, TOO_COSTLY or IO
     */
    static PdfFile open(BookSource source, Optional<String> password) throws FormatException {
        PdfFile file = new PdfFile(source, password);
        var unused = file.parsed();
        return file;
    }

    private Parsed parsed() throws FormatException {
        if (parsed.isEmpty()) {
            parsed = Optional.of(parse());
        }
        return parsed.get();
    }

    /** Lenient parsing may read a whole file to repair it; a strict one reads only what it needs. */
    private Parsed parse() throws FormatException {
        if (!damaged) {
            try {
                return parse(false);
            } catch (FormatException e) {
                if (e.reason() != Reason.DAMAGED) {
                    throw e;
                }
                damaged = true;
            }
        }
        return parse(true);
    }

    private Parsed parse(boolean leniently) throws FormatException {
        SourceReader reader = reader();
        return guarded(reader, () -> {
            if (reader.length() == 0) {
                throw new FormatException(Reason.DAMAGED, "The PDF file is empty");
            }
            if (leniently) {
                reader.prefetch(0, reader.length());
            } else {
                reader.opening();
            }
            BookParser parser = new BookParser(reader, password.orElse(""));
            BookDocument found = (BookDocument) parser.parse(leniently);
            if (!leniently && (found.getNumberOfPages() <= 0 || parser.takeDamage())) {
                throw new FormatException(Reason.DAMAGED, "This PDF has no pages");
            }
            return new Parsed(reader, parser, found, leniently);
        });
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
        Parsed first = parsed();
        try {
            T result = with(first, task);
            if (first.lenient() || !first.parser().takeDamage()) {
                return result;
            }
        } catch (FormatException e) {
            if (e.reason() != Reason.DAMAGED || first.lenient()) {
                throw e;
            }
        }
        damaged = true;
        forget();
        return with(parsed(), task);
    }

    /**
     * PDFBox remembers for ever that an object could not be read. After a failure that says nothing of the file the
     * document is parsed anew when it is next used.
     */
    private <T> T with(Parsed open, Task<T> task) throws FormatException {
        try {
            return guarded(open.reader(), () -> task.with(open.document()));
        } catch (FormatException e) {
            if (open.reader().failure().isPresent() || e.getCause() instanceof Error) {
                forget();
            }
            throw e;
        }
    }

    private void forget() {
        parsed.ifPresent(open -> closeQuietly(open.document()));
        parsed = Optional.empty();
    }

    private interface Guarded<T> {
        T run() throws IOException, FormatException;
    }

    @SuppressWarnings("CatchingUnchecked") // PDFBox throws RuntimeExceptions and Errors of all kinds on damaged files
    private <T> T guarded(SourceReader reader, Guarded<T> work) throws FormatException {
        try {
            T result = work.run();
            Optional<IOException> swallowed = reader.failure();
            if (swallowed.isPresent()) {
                throw Failures.ofSource(swallowed.get());
            }
            return result;
        } catch (Throwable e) {
            throw Failures.of(e, reader.failure(), password.isPresent());
        }
    }

    /** Frees everything; safe to call twice. */
    void close() {
        if (!closed) {
            closed = true;
            forget();
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
