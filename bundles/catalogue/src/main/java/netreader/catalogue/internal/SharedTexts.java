package netreader.catalogue.internal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import netreader.catalogue.CatalogueBook;
import netreader.format.OpenOptions;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.LastingBook;

/** The texts that are open: who reads the same one the same way shares it. Any thread. */
final class SharedTexts {
    /** Two readers share a text if all of this is equal. */
    record Key(long id, String version, String format, OpenOptions options) {}

    private record Shared(SharedText text, int readers) {}

    private final FormatRegistry formats;
    private final Map<Key, Shared> open = new HashMap<>();

    SharedTexts(FormatRegistry formats) {
        this.formats = formats;
    }

    static Key key(CatalogueBook row, OpenOptions options) {
        return new Key(row.id(), row.version(), row.format(), options);
    }

    /** The caller releases it once. */
    synchronized SharedText acquire(Key key, String name, Path file) {
        Shared shared = open.get(key);
        if (shared == null) {
            LastingBook book = new LastingBook(formats, key.format(), file, key.options());
            shared = new Shared(new SharedText(name, file, key.version(), book), 0);
        }
        open.put(key, new Shared(shared.text(), shared.readers() + 1));
        return shared.text();
    }

    void release(Key key) {
        SharedText last;
        synchronized (this) {
            Shared shared = open.get(key);
            if (shared.readers() > 1) {
                open.put(key, new Shared(shared.text(), shared.readers() - 1));
                return;
            }
            last = open.remove(key).text();
        }
        last.book().close(); // may wait for a running call
    }
}
