package netreader.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
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
}
