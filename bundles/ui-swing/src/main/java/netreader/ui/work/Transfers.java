package netreader.ui.work;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.client.Progress;

/** The books that are being fetched. Event thread, apart from the {@link Progress} handed out. */
public final class Transfers {
    private static final double NANOS = 1e9;

    private final Map<Running, Transfer> active = new LinkedHashMap<>();
    private final List<Transfer> stopped = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /**
     * Hears, on the event thread, that a transfer has begun, gone on or ended.
     *
     * @return ends that
     */
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public List<Transfer> active() {
        return List.copyOf(active.values());
    }

    /** Those that were cancelled and can be gone on with. */
    public List<Transfer> stopped() {
        return List.copyOf(stopped);
    }

    public Progress progress(String title, Running running, Runnable cancelled) {
        return progress(title, running, cancelled, Optional.empty());
    }

    /**
     * A progress for one transfer, which is listed from its first bytes until {@link #ended}; any thread.
     *
     * @param cancelled runs on the event thread when the user has cancelled the transfer
     * @param resume runs there when he wants it after all
     */
    public Progress progress(String title, Running running, Runnable cancelled, Optional<Runnable> resume) {
        long began = System.nanoTime();
        long[] first = {-1};
        return (received, total) -> {
            if (first[0] < 0) {
                // What an earlier transfer left here says nothing about the speed of this one.
                first[0] = received;
            }
            double seconds = (System.nanoTime() - began) / NANOS;
            long rate = seconds < 0.2 ? 0 : (long) ((received - first[0]) / seconds);
            EventQueue.invokeLater(
                    () -> changed(new Transfer(title, received, total, rate, running, cancelled, resume)));
        };
    }

    private void changed(Transfer transfer) {
        if (!transfer.running().cancelled() && (transfer.received() < transfer.total() || transfer.total() == 0)) {
            active.put(transfer.running(), transfer);
            stopped.removeIf(other -> other.title().equals(transfer.title()));
        } else {
            active.remove(transfer.running());
        }
        tell();
    }

    /** The user wants it no longer. */
    public void cancel(Transfer transfer) {
        transfer.running().cancel();
        if (transfer.resume().isPresent()) {
            stopped.add(transfer);
        }
        ended(transfer.running());
        transfer.cancelled().run();
    }

    /** The user wants it after all. */
    public void resume(Transfer transfer) {
        forget(transfer);
        transfer.resume().ifPresent(Runnable::run);
    }

    /** Nobody will go on with a transfer that was stopped. */
    public void forget(Transfer transfer) {
        if (stopped.remove(transfer)) {
            tell();
        }
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
