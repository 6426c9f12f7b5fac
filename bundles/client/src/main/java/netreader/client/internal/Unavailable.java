package netreader.client.internal;

import java.io.IOException;
import netreader.client.ClientException;

/** Bytes of a book cannot be had at this moment: carries the reason through a format to who reads. */
final class Unavailable extends IOException {
    private static final long serialVersionUID = 1;

    private final ClientException reason;

    Unavailable(ClientException reason) {
        super(reason.getMessage(), reason);
        this.reason = reason;
    }

    ClientException reason() {
        return reason;
    }

    /** The reason that some failure of a format has in the end, if it is one of these. */
    static ClientException reasonOf(Throwable failure, ClientException otherwise) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unavailable known) {
                return known.reason();
            }
        }
        return otherwise;
    }
}
