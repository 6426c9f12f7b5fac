package netreader.format.kit;

import java.util.concurrent.atomic.AtomicInteger;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Work;

/** Work that nobody waits for. */
final class Cancelling {
    /** Asks of cancelled work that are one step too many, with some room for loops within loops. */
    private static final int MOST_ASKS = 100;

    private Cancelling() {}

    /** Something that takes work. */
    interface Worker {
        Object at(Work work) throws FormatException;
    }

    /**
     * Cancels work at once and after some steps; it must end in an answer or in CANCELLED, and not go on asking.
     *
     * @return nothing, so that it can stand where a use of a book does
     */
    static Void requireStop(String what, Worker worker) throws FormatException {
        for (int steps : new int[] {0, 1, 5}) {
            AtomicInteger asked = new AtomicInteger();
            try {
                worker.at(() -> asked.incrementAndGet() > steps);
            } catch (FormatException e) {
                Broken.unless(e.reason() == Reason.CANCELLED, "%s that was cancelled ended in %s", what, e.reason());
            }
            Broken.unless(
                    asked.get() <= steps + MOST_ASKS,
                    "%s asked %d times more whether it was cancelled, and went on",
                    what,
                    asked.get() - steps);
        }
        return null;
    }
}
