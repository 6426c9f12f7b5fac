package netreader.format.pdf.jpx;

import java.io.InterruptedIOException;

/** Thrown where nobody waits for the picture any more. */
final class Cancelled extends InterruptedIOException {
    private static final long serialVersionUID = 1;

    Cancelled() {
        super("Nobody waits for the JPEG 2000 picture any more");
    }
}
