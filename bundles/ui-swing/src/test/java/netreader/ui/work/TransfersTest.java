package netreader.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TransfersTest {
    @Test
    void whoStartedATransferHearsThatItWasCancelled() throws Exception {
        Transfers transfers = new Transfers();
        Running running = new Running();
        AtomicInteger cancelled = new AtomicInteger();
        transfers.progress("Book", running, cancelled::incrementAndGet).transferred(10, 100);
        EventQueue.invokeAndWait(() -> transfers.cancel(transfers.active().get(0)));
        assertTrue(running.cancelled());
        assertEquals(1, cancelled.get());
        assertTrue(transfers.active().isEmpty());
    }

    @Test
    void whatWasCancelledCanBeGoneOnWith() throws Exception {
        Transfers transfers = new Transfers();
        AtomicInteger resumed = new AtomicInteger();
        transfers
                .progress("Book", new Running(), () -> {}, Optional.of(resumed::incrementAndGet))
                .transferred(10, 100);
        EventQueue.invokeAndWait(() -> transfers.cancel(transfers.active().get(0)));
        EventQueue.invokeAndWait(() -> transfers.resume(transfers.stopped().get(0)));
        assertEquals(1, resumed.get());
        assertTrue(transfers.stopped().isEmpty());
    }

    @Test
    void theTimeThatIsLeftFollowsFromTheSpeed() {
        assertEquals(OptionalLong.of(9), at(100, 1000, 100).secondsLeft());
        assertEquals(OptionalLong.of(1), at(990, 1000, 100).secondsLeft());
        assertEquals(OptionalLong.empty(), at(100, 1000, 0).secondsLeft());
        assertEquals(OptionalLong.empty(), at(1000, 1000, 100).secondsLeft());
    }

    private static Transfer at(long received, long total, long rate) {
        return new Transfer("Book", received, total, rate, new Running(), () -> {}, Optional.empty());
    }
}
