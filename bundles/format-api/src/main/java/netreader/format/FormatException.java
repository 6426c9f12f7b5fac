package netreader.format;

import java.util.Objects;

/** The one failure that may come out of a format. Its message is a sentence for a person. */
public final class FormatException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why a book or a part of it cannot be read. */
    public enum Reason {
        PASSWORD_REQUIRED,
        PASSWORD_WRONG,
        /** The bytes are not what the format says they must be. */
        DAMAGED,
        /** The book is whole, but uses something that the format does not do. */
        UNSUPPORTED,
        /** The work would take more memory or time than it may. */
        TOO_COSTLY,
        /** The bytes could not be read. */
        IO,
        /** Nobody waits for the result any more. */
        CANCELLED
    }

    private final Reason reason;

    public FormatException(Reason reason, String message) {
        this(reason, message, null);
    }

    public FormatException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = Objects.requireNonNull(reason);
    }

    public Reason reason() {
        return reason;
    }
}
