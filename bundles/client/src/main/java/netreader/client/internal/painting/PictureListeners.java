package netreader.client.internal.painting;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import netreader.client.ClientException;
import netreader.client.PagePicture;
import netreader.client.PagePictures;

/** Those who hear of pictures; one that fails keeps neither the others nor the painting. Any thread. */
final class PictureListeners {
    private static final Logger LOG = System.getLogger(PictureListeners.class.getName());

    private final List<PagePictures.Listener> listeners = new CopyOnWriteArrayList<>();

    AutoCloseable add(PagePictures.Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void painted(PagePicture picture) {
        tell(listener -> listener.painted(picture));
    }

    void failed(int page, ClientException failure) {
        tell(listener -> listener.failed(page, failure));
    }

    private void tell(Consumer<PagePictures.Listener> news) {
        for (PagePictures.Listener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.ERROR, "A listener failed", e);
            }
        }
    }
}
