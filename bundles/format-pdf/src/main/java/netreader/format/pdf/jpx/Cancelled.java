package netreader.format.pdf.jpx;

import java.io.InterruptedIOException;

/** Thrown where nobody waits for the picture any more, or decoding took too long. */
final class Cancelled extends InterruptedIOException {
    private static final long serialVersionUID = 1;

    Cancelled() {
        super("Decoding the JPEG 2000 picture was ended before it was done");
    }
}
