package netreader.catalogue.internal;

import java.io.IOException;

/** No book can be inspected at this moment, whichever it is. Has been said in the log. */
final class WorkerUnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    WorkerUnavailableException(IOException cause) {
        super("Books of this format cannot be inspected at this moment: " + cause.getMessage(), cause);
    }
}
