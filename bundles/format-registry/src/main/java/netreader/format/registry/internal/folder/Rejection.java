package netreader.format.registry.internal.folder;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import netreader.format.registry.internal.folder.JarContents.WholeBundle;

/**
 * That the framework has not taken a bundle.
 *
 * @param why for a person
 * @param passes whether it is the disk that is at fault, such as a full one: then it is tried again
 * @param at {@link System#nanoTime()} of the attempt
 */
record Rejection(WholeBundle bundle, String why, boolean passes, long at) {
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

    static Rejection of(WholeBundle bundle, Exception failure) {
        boolean ofDisk = false;
        for (Throwable each = failure; each != null && each.getCause() != each; each = each.getCause()) {
            ofDisk |= each instanceof IOException;
        }
        return new Rejection(bundle, Sentences.firstLine(failure), ofDisk, System.nanoTime());
    }

    /** Whether there is no use in trying again as yet. */
    boolean holdsFor(WholeBundle wanted) {
        return bundle.equals(wanted) && !(passes && System.nanoTime() - at > AGAIN_NANOS);
    }

    JarState state() {
        return passes ? JarState.WAITS : JarState.REFUSED;
    }
}
