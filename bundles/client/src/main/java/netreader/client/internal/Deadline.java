package netreader.client.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import netreader.client.ClientException;

/** The moment until which a caller waits, whatever for. */
final class Deadline {
    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** 0 when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, at - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /** @throws ClientException TIMEOUT, or CANCELLED if the thread was interrupted */
    void lock(Lock lock) throws ClientException {
        try {
            if (!lock.tryLock(left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw timeout();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static ClientException timeout() {
        return new ClientException("TIMEOUT", "The server did not answer in time");
    }

    /** For a thread that was interrupted while it waited; it stays so. */
    static ClientException interrupted(Exception cause) {
        Thread.currentThread().interrupt();
        return new ClientException("CANCELLED", "The call was interrupted", cause);
    }
}
