package netreader.catalogue.internal.scan;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import netreader.catalogue.internal.store.BookNames;

/** Files that may still be written: one is taken when it is old, or has not changed for a moment. One thread. */
final class YoungFiles {
    private static final long QUIET_MILLIS = 2000;
    private static final long FORGET_NANOS = TimeUnit.SECONDS.toNanos(60);

    /**
     * @param since when it was first seen so
     * @param seen when it was seen last
     */
    private record Seen(Found file, long since, long seen) {}

    private final long unchangedNanos;
    private final Map<String, Seen> files = new HashMap<>();

    /** @param unchangedMillis how long a young file must have stayed as it is */
    YoungFiles(long unchangedMillis) {
        this.unchangedNanos = TimeUnit.MILLISECONDS.toNanos(unchangedMillis);
    }

    /** Whether the file is as it will be, as far as one can tell; if not, it is kept in mind. */
    boolean isQuiet(Found file) {
        long now = System.nanoTime();
        if (System.currentTimeMillis() - file.mtime() > QUIET_MILLIS) {
            files.remove(file.name());
            return true;
        }
        Seen before = files.get(file.name());
        if (before == null || !before.file().equals(file)) {
            files.put(file.name(), new Seen(file, now, now));
            return false;
        }
        if (now - before.since() < unchangedNanos) {
            files.put(file.name(), new Seen(file, before.since(), now));
            return false;
        }
        files.remove(file.name());
        return true;
    }

    /** It was taken. */
    void forget(Found file) {
        files.remove(file.name());
    }

    /** The folders that have such files. */
    Set<String> folders() {
        long now = System.nanoTime();
        files.values().removeIf(seen -> now - seen.seen() > FORGET_NANOS);
        return files.keySet().stream().map(BookNames::parent).collect(Collectors.toSet());
    }
}
