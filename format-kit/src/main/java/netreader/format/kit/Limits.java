package netreader.format.kit;

import java.time.Duration;

/**
 * What is too much.
 *
 * @param call how long one call may take
 * @param readToOpen bytes of the source
 * @param allocatedToOpen bytes of the heap, garbage included
 */
record Limits(Duration call, long readToOpen, long allocatedToOpen) {
    static final Limits DEFAULT = new Limits(Duration.ofSeconds(60), 16L << 20, 128L << 20);

    Limits withCall(Duration limit) {
        return new Limits(limit, readToOpen, allocatedToOpen);
    }

    Limits withReadToOpen(long bytes) {
        return new Limits(call, bytes, allocatedToOpen);
    }

    Limits withAllocatedToOpen(long bytes) {
        return new Limits(call, readToOpen, bytes);
    }
}
