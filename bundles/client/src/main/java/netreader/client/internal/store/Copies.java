package netreader.client.internal.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The copies of files on this computer, named by the SHA-256 of what they will be when they are whole: so a copy cannot
 * be an old one, and several processes may fetch the same. Any thread.
 */
public final class Copies implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Copies.class.getName());
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /**
     * A copy as it is at this moment.
     *
     * @param bytes of the whole file
     * @param here bytes that are here
     * @param whole whether all is here and right
     * @param kept whether a person wants it to stay
     */
    public record State(long bytes, long here, boolean whole, boolean kept) {}

    private final Path folder;
    private final long limit;
    private final Runnable changed;
    private final Map<String, CopyTable.Row> rows = new ConcurrentHashMap<>();
    private final Map<String, CopyFile> open = new ConcurrentHashMap<>();
    /** To be deleted as soon as nobody reads them. */
    private final Set<String> unwanted = new HashSet<>();

    private Optional<CompletableFuture<CopyTable>> table = Optional.empty();
    private boolean closed;

    /**
     * @param limit bytes that copies may take together; what is open or kept may take more
     * @param changed hears that there are other copies than before, on any thread
     */
    public Copies(Path folder, long limit, Runnable changed) {
        this.folder = folder;
        this.limit = limit;
        this.changed = changed;
    }

    public Path folder() {
        return folder;
    }

    /** Finds out in the background what is here. */
    public void load() {
        var unused = loaded();
    }

    private synchronized CompletableFuture<CopyTable> loaded() {
        if (table.isEmpty()) {
            CompletableFuture<CopyTable> loading = new CompletableFuture<>();
            table = Optional.of(loading);
            Thread thread = new Thread(() -> load(loading), "netreader-copies-load");
            thread.setDaemon(true);
            thread.start();
        }
        return table.get();
    }

    private void load(CompletableFuture<CopyTable> loading) {
        CopyTable opened = new CopyTable(folder.resolve("copies.db"));
        try {
            Optional<Map<String, CopyTable.Row>> listed = opened.all();
            listed.ifPresent(rows::putAll);
            if (listed.isPresent()) { // else all would look as if they were not listed
                recover(opened);
            }
        } finally {
            loading.complete(opened);
        }
        changed.run();
    }

    /** What lies here without being listed is taken if it is what its name says: the list may have been lost. */
    private void recover(CopyTable opened) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (DIGEST.matcher(name).matches() && !rows.containsKey(name)) {
                    recover(opened, name, file);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The copies in {0} cannot be listed: {1}", folder, e.getMessage());
        }
    }

    private void recover(CopyTable opened, String sha256, Path file) throws IOException {
        long bytes = Files.size(file);
        try (CopyFile copy = new CopyFile(file, bytes, Map.of(), (n, sum) -> opened.arrived(sha256, n, sum))) {
            if (copy.digest().equals(sha256)) {
                opened.opened(sha256, bytes, Files.getLastModifiedTime(file).toMillis());
                copy.adopt();
                opened.whole(sha256, true);
                rows.put(sha256, new CopyTable.Row(bytes, bytes, true, false, 0));
                return;
            }
        }
        if (!opened.all().map(listed -> listed.containsKey(sha256)).orElse(true)) { // another process may have begun it
            Files.delete(file);
        }
    }

    /** Whether a copy is here in whole or in part; does not wait: nothing is here until it is known. */
    public Optional<State> state(String sha256) {
        CopyTable.Row row = rows.get(sha256);
        if (row == null) {
            return Optional.empty();
        }
        CopyFile file = open.get(sha256);
        long here = file == null ? row.here() : file.bytesHere();
        return Optional.of(new State(row.bytes(), here, row.whole(), row.kept()));
    }

    /** Whether a copy is here that can be read, or that a person wants to have; waits for the disk. */
    public boolean readable(String sha256) {
        loaded().join();
        CopyTable.Row row = rows.get(sha256);
        return row != null && (row.whole() || row.kept()) && !isUnwanted(sha256);
    }

    private synchronized boolean isUnwanted(String sha256) {
        return unwanted.contains(sha256);
    }

    /** The copies that a person wants to keep and that are not whole yet; waits for the disk. */
    public List<String> unfinished() {
        loaded().join();
        return rows.entrySet().stream()
                .filter(entry -> entry.getValue().kept() && !entry.getValue().whole())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Opens the copy, or begins one; waits for the disk. A copy is open once at a time.
     *
     * @throws IOException if the file cannot be made or opened
     */
    public CopyFile open(String sha256, long bytes) throws IOException {
        CopyFile.requirePossible(bytes);
        CopyTable list = loaded().join();
        long now = System.currentTimeMillis();
        list.opened(sha256, bytes, now);
        CopyFile file = new CopyFile(
                folder.resolve(sha256),
                bytes,
                list.blocks(sha256),
                (number, checksum) -> list.arrived(sha256, number, checksum));
        synchronized (this) {
            CopyTable.Row before = rows.get(sha256);
            boolean wasWhole = before != null && before.whole();
            if (wasWhole && !file.complete()) {
                list.whole(sha256, false);
            }
            rows.put(
                    sha256,
                    new CopyTable.Row(
                            bytes,
                            file.bytesHere(),
                            wasWhole && file.complete(),
                            before != null && before.kept(),
                            now));
            open.put(sha256, file);
            unwanted.remove(sha256);
        }
        return file;
    }

    /** Nobody reads the copy any more. */
    public void release(String sha256) {
        CopyTable list = loaded().join();
        synchronized (this) {
            CopyFile file = open.remove(sha256);
            if (file == null) {
                return;
            }
            CopyTable.Row row = rows.get(sha256);
            rows.put(sha256, new CopyTable.Row(row.bytes(), file.bytesHere(), row.whole(), row.kept(), row.readAt()));
            try {
                file.close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "A copy was not closed: {0}", e.getMessage());
            }
            if (unwanted.remove(sha256)) {
                forget(list, sha256);
            } else {
                list.flush();
            }
        }
    }

    /** All of the copy is here and has its digest, or has not after all. */
    public synchronized void setWhole(String sha256, boolean whole) {
        loaded().join().whole(sha256, whole);
        rows.computeIfPresent(
                sha256, (name, row) -> new CopyTable.Row(row.bytes(), row.here(), whole, row.kept(), row.readAt()));
    }

    /** Nothing that is here of the copy is to be used any more. */
    public void startAnew(String sha256) {
        loaded().join().forgetBlocks(sha256);
        setWhole(sha256, false);
    }

    /** A person wants the copy to stay, or not any more. */
    public synchronized void keep(String sha256, long bytes, boolean kept) {
        loaded().join().kept(sha256, bytes, kept);
        unwanted.remove(sha256);
        CopyTable.Row row = rows.getOrDefault(sha256, new CopyTable.Row(bytes, 0, false, false, 0));
        rows.put(sha256, new CopyTable.Row(bytes, row.here(), row.whole(), kept, row.readAt()));
    }

    /** Somebody wants the copy after all that was to be deleted. */
    public synchronized void want(String sha256) {
        unwanted.remove(sha256);
    }

    /**
     * Deletes a copy, one that is open as soon as it is closed.
     *
     * @return whether there was one
     */
    public boolean delete(String sha256) {
        CopyTable list = loaded().join();
        synchronized (this) {
            CopyTable.Row row = rows.get(sha256);
            if (row == null) {
                return false;
            }
            if (open.containsKey(sha256)) {
                list.kept(sha256, row.bytes(), false);
                rows.put(sha256, new CopyTable.Row(row.bytes(), row.here(), row.whole(), false, row.readAt()));
                unwanted.add(sha256);
            } else {
                forget(list, sha256);
            }
            return true;
        }
    }

    private void forget(CopyTable list, String sha256) {
        rows.remove(sha256);
        list.forget(sha256);
        try {
            Files.deleteIfExists(folder.resolve(sha256));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "A copy could not be deleted: {0}", e.getMessage());
        }
    }

    /**
     * Makes room, if there is none, by deleting what was read longest ago and is neither open nor kept.
     *
     * @return whether there is room for that many bytes
     */
    public boolean makeRoom(long bytes) {
        CopyTable list = loaded().join();
        int before = rows.size();
        boolean room = makeRoom(list, bytes);
        if (rows.size() < before) {
            changed.run();
        }
        return room;
    }

    private synchronized boolean makeRoom(CopyTable list, long bytes) {
        long used = bytes;
        for (String sha256 : rows.keySet()) {
            used += state(sha256).map(State::here).orElse(0L);
        }
        if (used <= limit) {
            return true;
        }
        List<String> oldestFirst = rows.entrySet().stream()
                .filter(entry -> !entry.getValue().kept() && !open.containsKey(entry.getKey()))
                .sorted(Comparator.comparingLong(entry -> entry.getValue().readAt()))
                .map(Map.Entry::getKey)
                .toList();
        for (String sha256 : oldestFirst) {
            if (used <= limit) {
                break;
            }
            used -= rows.get(sha256).here();
            forget(list, sha256);
            LOG.log(Level.INFO, "The copy {0} made room for others", sha256);
        }
        return used <= limit;
    }

    @Override
    public void close() {
        Optional<CompletableFuture<CopyTable>> known;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            known = table;
        }
        for (String sha256 : List.copyOf(open.keySet())) {
            release(sha256);
        }
        known.ifPresent(loading -> loading.join().close());
    }
}
