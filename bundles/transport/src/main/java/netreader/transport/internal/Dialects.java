package netreader.transport.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import netreader.transport.Dialect;

/** The dialects that are here at this moment. */
final class Dialects {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Dialect> dialects = new ArrayList<>();

    void add(Dialect dialect) {
        lock.lock();
        try {
            dialects.add(dialect);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void remove(Dialect dialect) {
        lock.lock();
        try {
            dialects.remove(dialect);
        } finally {
            lock.unlock();
        }
    }

    /** The port is open before the rest of the server has started, so the first client may have to wait a little. */
    Optional<Dialect> forFirstByte(int firstByte, Duration limit) throws InterruptedException {
        long nanos = limit.toNanos();
        lock.lock();
        try {
            while (true) {
                for (Dialect dialect : dialects) {
                    if (dialect.begins(firstByte)) {
                        return Optional.of(dialect);
                    }
                }
                if (nanos <= 0 || !dialects.isEmpty()) {
                    return Optional.empty();
                }
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
