package netreader.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where frames come from. */
@FunctionalInterface
public interface ByteInput {
    /** Waits for at least one byte; -1 at the end. */
    int read(ByteBuffer to) throws IOException;
}
