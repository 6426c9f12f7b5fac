package netreader.format.kit;

import java.time.Duration;

/**
 * What is too much.
 *
 * @param call how long one call may take
 * @param readToOpen bytes of the source
 * @param allocatedToOpen bytes of the heap, garbage included
 * @param damage how long files that are damaged in one way are tried
 */
record Limits(Duration call, long readToOpen, long allocatedToOpen, Duration damage) {
    static final Limits DEFAULT = new Limits(Duration.ofSeconds(60), 16L << 20, 128L << 20, Duration.ofMillis(500));

    Limits withCall(Duration limit) {
        return new Limits(limit, readToOpen, allocatedToOpen, damage);
    }

    Limits withReadToOpen(long bytes) {
        return new Limits(call, bytes, allocatedToOpen, damage);
    }

    Limits withAllocatedToOpen(long bytes) {
        return new Limits(call, readToOpen, bytes, damage);
    }

    Limits withDamage(Duration time) {
        return new Limits(call, readToOpen, allocatedToOpen, time);
    }
}
