package netreader.format.pdf;

import java.io.IOException;
import java.util.Optional;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Turns whatever PDFBox throws, Errors too, into the one failure that a format has. */
final class Failures {
    private Failures() {}

    /**
     * @param ofSource the source's own failure during the work, if it had one
     * @param passwordGiven whether the reader typed a password
     */
    static FormatException of(Throwable thrown, Optional<IOException> ofSource, boolean passwordGiven) {
        if (thrown instanceof FormatException known) {
            return known;
        }
        if (ofSource.isPresent()) {
            return ofSource(ofSource.get());
        }
        if (thrown instanceof InvalidPasswordException) {
            return passwordGiven
                    ? new FormatException(Reason.PASSWORD_WRONG, "The password is not right", thrown)
                    : new FormatException(Reason.PASSWORD_REQUIRED, "This PDF asks for a password", thrown);
        }
        if (thrown instanceof OutOfMemoryError) {
            return new FormatException(Reason.TOO_COSTLY, "This PDF needs more memory than there is", thrown);
        }
        if (thrown instanceof StackOverflowError) {
            return new FormatException(Reason.DAMAGED, "This PDF is nested too deeply", thrown);
        }
        if (thrown instanceof UnsupportedOperationException || needsMissingLibrary(thrown)) {
            return new FormatException(Reason.UNSUPPORTED, "This PDF uses something that cannot be read here", thrown);
        }
        return new FormatException(Reason.DAMAGED, "This PDF is damaged", thrown);
    }

    static FormatException ofSource(IOException failure) {
        return new FormatException(Reason.IO, "The PDF file could not be read", failure);
    }

    /** Files encrypted for certificates need Bouncy Castle, which is not here. */
    private static boolean needsMissingLibrary(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof LinkageError || t instanceof ClassNotFoundException) {
                return true;
            }
        }
        return String.valueOf(thrown.getMessage()).contains("security handler");
    }
}
