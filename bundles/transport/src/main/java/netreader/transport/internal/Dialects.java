package netreader.transport.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import netreader.transport.Dialect;

/** The dialects that are here at this moment. */
final class Dialects {
    /** The port is open before the rest of the server has started, so the first clients may have to wait a little. */
    private static final Duration START_UP = Duration.ofSeconds(3);

    /** Nobody is turned away while there is no dialect at all. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Ranked(Dialect dialect, int ranking) {}

    private final long began = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** The highest ranking comes first. */
    private List<Ranked> dialects = List.of();

    void add(Dialect dialect, int ranking) {
        lock.lock();
        try {
            dialects = Stream.concat(dialects.stream(), Stream.of(new Ranked(dialect, ranking)))
                    .sorted(Comparator.comparingInt(Ranked::ranking).reversed())
                    .toList();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void remove(Dialect dialect) {
        lock.lock();
        try {
            dialects = dialects.stream()
                    .filter(ranked -> ranked.dialect() != dialect)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** The dialect for clients that have not said anything. */
    Optional<Dialect> preferred() {
        lock.lock();
        try {
            return dialects.stream().findFirst().map(Ranked::dialect);
        } finally {
            lock.unlock();
        }
    }

    Optional<Dialect> forFirstByte(int firstByte) throws InterruptedException {
        long asked = System.nanoTime();
        lock.lock();
        try {
            while (true) {
                for (Ranked ranked : dialects) {
                    if (ranked.dialect().begins(firstByte)) {
                        return Optional.of(ranked.dialect());
                    }
                }
                long now = System.nanoTime();
                long wait =
                        dialects.isEmpty() ? PATIENCE.toNanos() - (now - asked) : START_UP.toNanos() - (now - began);
                if (wait <= 0) {
                    return Optional.empty();
                }
                var unused = changed.awaitNanos(wait);
            }
        } finally {
            lock.unlock();
        }
    }
}
