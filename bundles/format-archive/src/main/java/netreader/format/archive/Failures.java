package netreader.format.archive;

import java.io.IOException;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;

/** Turns whatever decoders throw, Errors too, into the one failure that a format has. */
public final class Failures {
    private Failures() {}

    /** @param what such as "This page"; begins the sentence */
    public static FormatException of(Throwable thrown, String what) {
        if (thrown instanceof FormatException known) {
            return known;
        }
        if (thrown instanceof OutOfMemoryError) {
            return new FormatException(Reason.TOO_COSTLY, what + " needs more memory than there is", thrown);
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SourceFailure) {
                return new FormatException(Reason.IO, "The book's file could not be read", cause.getCause());
            }
            if (cause instanceof TooMuch) {
                return new FormatException(Reason.TOO_COSTLY, what + " has more entries than any book needs", cause);
            }
        }
        return new FormatException(Reason.DAMAGED, what + " is damaged", thrown);
    }

    /** The archive's directory is longer than any book needs. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** The source failed, which is no fault of the book's. */
    static final class SourceFailure extends IOException {
        private static final long serialVersionUID = 1;

        SourceFailure(IOException cause) {
            super(cause);
        }
    }
}
