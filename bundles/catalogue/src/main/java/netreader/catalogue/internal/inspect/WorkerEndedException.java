package netreader.catalogue.internal.inspect;

/** The process that inspected a book has ended before it had done so. The message is a sentence about the book. */
final class WorkerEndedException extends Exception {
    private static final long serialVersionUID = 1;

    WorkerEndedException(String message) {
        super(message);
    }

    WorkerEndedException(String message, Throwable cause) {
        super(message, cause);
    }
}
