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

    private final FormatRegistry formats;
    private final Map<Key, SharedText> open = new HashMap<>();
    private long outdated;

    SharedTexts(FormatRegistry formats) {
        this.formats = formats;
    }

    /** @param version of the file, which may be newer than that of the row */
    static Key key(CatalogueBook row, String version, OpenOptions options) {
        return new Key(row.id(), version, row.format(), options);
    }

    /** The caller releases it once. */
    synchronized SharedText acquire(Key key, String name, Path file) {
        SharedText text = open.get(key);
        if (text == null) {
            LastingBook book = new LastingBook(formats, key.format(), file, key.options());
            text = new SharedText(name, file, key.version(), book);
            open.put(key, text);
        }
        text.readers++;
        return text;
    }

    /** Whether that was the last one who had it. */
    boolean release(Key key, SharedText text) {
        synchronized (this) {
            if (--text.readers > 0) {
                return false;
            }
            open.remove(key, text);
        }
        text.book().close(); // may wait for a running call
        return true;
    }

    /** The book is read another way now: who has it open is told, and who opens it next shares nothing with them. */
    synchronized void outdate(long id) {
        outdated++;
        open.forEach((key, text) -> {
            if (key.id() == id) {
                text.outdate();
            }
        });
        open.keySet().removeIf(key -> key.id() == id);
    }

    /** How many have a book open as a text. */
    synchronized int readers(long id) {
        return open.entrySet().stream()
                .filter(text -> text.getKey().id() == id)
                .mapToInt(text -> text.getValue().readers)
                .sum();
    }

    /** Grows whenever a book is read another way. */
    synchronized long timesOutdated() {
        return outdated;
    }
}
