package netreader.shell.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Says when a PrintStream has lost its other end, so that nobody goes on printing for nobody. */
final class HonestStream extends OutputStream {
    private final PrintStream to;

    HonestStream(PrintStream to) {
        this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
        to.write(b);
        check();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        to.write(bytes, offset, length);
        check();
    }

    /** The other end has gone, such as that of a pipe whose reader has seen enough. */
    static final class NobodyReadsException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private void check() throws IOException {
        if (to.checkError()) {
            throw new NobodyReadsException();
        }
    }
}
