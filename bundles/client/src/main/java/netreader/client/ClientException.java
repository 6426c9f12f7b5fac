package netreader.client;

import java.util.Objects;

/** Something could not be done. The message is a sentence for a person. */
public final class ClientException extends Exception {
    private static final long serialVersionUID = 1;

    /** The server cannot be reached. */
    public static final String UNREACHABLE = "UNREACHABLE";

    /** The connection ended before the answer was there. */
    public static final String CONNECTION_LOST = "CONNECTION_LOST";

    /** The reader has no bundle for the book's format. */
    public static final String FORMAT_UNAVAILABLE = "FORMAT_UNAVAILABLE";

    /** What was received is not what the server holds. */
    public static final String DIGEST_MISMATCH = "DIGEST_MISMATCH";

    /** A file on this computer could not be read or written. */
    public static final String LOCAL_IO = "LOCAL_IO";

    /** There is no room left on this computer's disk. */
    public static final String DISK_FULL = "DISK_FULL";

    /** Painting has got stuck too often in this process for another try. */
    public static final String STUCK = "STUCK";

    private final String code;

    public ClientException(String code, String message) {
        this(code, message, null);
    }

    public ClientException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code);
    }

    /** A constant of this class, a {@code FormatException.Reason}, or a code of docs/error-codes.md. */
    public String code() {
        return code;
    }

    public boolean is(String expected) {
        return code.equals(expected);
    }
}
