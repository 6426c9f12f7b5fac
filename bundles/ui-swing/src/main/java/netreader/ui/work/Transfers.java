package netreader.ui.work;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netreader.client.Progress;

/** The books that are being fetched. Event thread, apart from the {@link Progress} handed out. */
public final class Transfers {
    private static final double NANOS = 1e9;

    private final Map<Running, Transfer> active = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /** Hears, on the event thread, that a transfer has begun, gone on or ended. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public List<Transfer> active() {
        return List.copyOf(active.values());
    }

    /**
     * A progress for one transfer, which is listed from its first bytes until {@link #ended}; any thread.
     *
     * @param cancelled runs on the event thread when the user has cancelled the transfer
     */
    public Progress progress(String title, Running running, Runnable cancelled) {
        long began = System.nanoTime();
        long[] first = {-1};
        return (received, total) -> {
            if (first[0] < 0) {
                // What an earlier transfer left here says nothing about the speed of this one.
                first[0] = received;
            }
            double seconds = (System.nanoTime() - began) / NANOS;
            long rate = seconds < 0.2 ? 0 : (long) ((received - first[0]) / seconds);
            EventQueue.invokeLater(() -> changed(new Transfer(title, received, total, rate, running, cancelled)));
        };
    }

    private void changed(Transfer transfer) {
        if (!transfer.running().cancelled() && (transfer.received() < transfer.total() || transfer.total() == 0)) {
            active.put(transfer.running(), transfer);
        } else {
            active.remove(transfer.running());
        }
        tell();
    }

    /** The user wants it no longer. */
    public void cancel(Transfer transfer) {
        transfer.running().cancel();
        ended(transfer.running());
        transfer.cancelled().run();
    }

    public void ended(Running running) {
        if (active.remove(running) != null) {
            tell();
        }
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
