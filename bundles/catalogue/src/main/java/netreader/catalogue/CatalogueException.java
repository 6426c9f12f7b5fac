package netreader.catalogue;

import java.util.Objects;
import netreader.format.FormatException;

/** Something could not be done. The message is a sentence for a person. */
public final class CatalogueException extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong; the reasons of a format by their own names. */
    public enum Problem {
        NOT_FOUND,
        OUT_OF_RANGE,
        CHANGED,
        /** The format has no such setting, or cannot read the book with that value. */
        BAD_SETTING,
        /** A query that cannot be understood. */
        BAD_QUERY,
        QUARANTINED,
        FORMAT_UNAVAILABLE,
        INTERNAL,
        PASSWORD_REQUIRED,
        PASSWORD_WRONG,
        DAMAGED,
        UNSUPPORTED,
        TOO_COSTLY,
        IO,
        CANCELLED
    }

    private final Problem problem;

    public CatalogueException(Problem problem, String message) {
        this(problem, message, null);
    }

    public CatalogueException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = Objects.requireNonNull(problem);
    }

    public static CatalogueException of(FormatException e) {
        return new CatalogueException(Problem.valueOf(e.reason().name()), e.getMessage(), e);
    }

    public Problem problem() {
        return problem;
    }
}
