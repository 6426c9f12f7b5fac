package netreader.format.registry;

/** The format of a book is not installed (any more). The message is a sentence for a person. */
public final class FormatUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    public FormatUnavailableException(String format) {
        super("The format " + format + " is not installed");
    }
}
