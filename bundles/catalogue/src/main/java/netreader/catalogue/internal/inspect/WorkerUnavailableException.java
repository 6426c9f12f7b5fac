package netreader.catalogue.internal.inspect;

import java.io.IOException;

/** No book can be inspected at this moment, whichever it is. Has been said in the log. */
public final class WorkerUnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    WorkerUnavailableException(IOException cause) {
        super("Books of this format cannot be inspected at this moment: " + cause.getMessage(), cause);
    }
}
