package netreader.catalogue.internal.inspect;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads lines of UTF-8 from somebody who may never end one. One thread. */
final class BoundedLines {
    private final InputStream in;
    private final int maxBytes;

    BoundedLines(InputStream in, int maxBytes) {
        this.in = new BufferedInputStream(in);
        this.maxBytes = maxBytes;
    }

    /**
     * The next line without its end; empty when there are no more, also if the last was not ended.
     *
     * @throws TooLongException for a line that is longer than it may be; what is left of it is the next line
     */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            if (line.size() == maxBytes) {
                throw new TooLongException(maxBytes);
            }
            line.write(b);
        }
        return Optional.empty();
    }

    /** Somebody has not ended a line. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        TooLongException(int maxBytes) {
            super("a line of more than " + maxBytes + " bytes");
        }
    }
}
