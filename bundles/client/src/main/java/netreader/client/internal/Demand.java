package netreader.client.internal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether somebody waits for a page: then what is fetched only because it may be wanted later has to wait. One for all
 * books of a client. Any thread.
 */
final class Demand {
    /** A reader who has just got one block will often want the next. */
    private static final Duration REST = Duration.ofMillis(300);

    /** A first page takes about so long until it is painted. */
    private static final Duration OPENING = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int waiting;
    private long lastEnd = System.nanoTime() - REST.toNanos();

    void begin() {
        lock.lock();
        try {
            waiting++;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            waiting--;
            lastEnd = Math.max(lastEnd, System.nanoTime());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A book is being opened: somebody will wait for its first pages. */
    void expect() {
        lock.lock();
        try {
            lastEnd = System.nanoTime() + OPENING.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nobody has waited for a page for a while, at most for the limit; returns whether that is so. */
    boolean awaitRest(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        lock.lock();
        try {
            while (true) {
                long now = System.nanoTime();
                long rest = waiting > 0 ? Long.MAX_VALUE : lastEnd + REST.toNanos() - now;
                if (rest <= 0 || end - now <= 0) {
                    return rest <= 0;
                }
                var unused = changed.awaitNanos(Math.min(rest, end - now));
            }
        } finally {
            lock.unlock();
        }
    }
}
