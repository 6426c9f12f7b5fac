package netreader.ui.work;

import netreader.client.ClientException;
import netreader.format.Work;

/** Work for a background thread. */
@FunctionalInterface
public interface Job<T> {
    T run(Work work) throws ClientException;
}
