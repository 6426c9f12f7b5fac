package netreader.dialect.classic;

/** A request cannot be answered. The message is a sentence for the client. */
final class RequestException extends Exception {
    private static final long serialVersionUID = 1;

    RequestException(String message) {
        super(message);
    }
}
