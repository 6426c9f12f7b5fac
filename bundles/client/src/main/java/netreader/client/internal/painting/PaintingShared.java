package netreader.client.internal.painting;

import java.util.concurrent.Semaphore;

/**
 * What the books of a process have in common when they are painted: the memory for pictures, and how many threads may
 * be given up because they are stuck. Any thread.
 */
public final class PaintingShared {
    public static final PaintingShared OF_PROCESS = new PaintingShared(PictureCache.ofTheHeap(), 3);

    private final PictureCache cache;
    private final Semaphore abandonable;

    /** @param stuck how many threads may be stuck at the same time */
    PaintingShared(PictureCache cache, int stuck) {
        this.cache = cache;
        this.abandonable = new Semaphore(stuck);
    }

    PictureCache cache() {
        return cache;
    }

    /** Whether one more thread may be given up. */
    boolean giveUpThread() {
        return abandonable.tryAcquire();
    }

    /** A thread that was given up has ended after all. */
    void threadEnded() {
        abandonable.release();
    }
}
