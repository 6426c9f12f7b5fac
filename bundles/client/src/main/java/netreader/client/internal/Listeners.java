package netreader.client.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import netreader.client.ClientException;
import netreader.client.ClientListener;

/** Who hears of news from the server. Any thread. */
final class Listeners {
    private static final Logger LOG = System.getLogger(Listeners.class.getName());

    private final List<ClientListener> listeners = new CopyOnWriteArrayList<>();

    AutoCloseable add(ClientListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void shelfChanged() {
        tell(ClientListener::shelfChanged);
    }

    void tell(Consumer<ClientListener> news) {
        for (ClientListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A listener failed", e);
            }
        }
    }

    /** Waits, at most for the limit, until something holds that may come with another shelf. */
    void awaitShelf(BooleanSupplier condition, Duration limit) throws ClientException {
        Waiting waiting = new Waiting();
        ClientListener listener = new ClientListener() {
            @Override
            public void shelfChanged() {
                waiting.wake();
            }
        };
        listeners.add(listener);
        try {
            waiting.until(condition, limit);
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        } finally {
            listeners.remove(listener);
        }
    }
}
