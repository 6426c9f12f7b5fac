package netreader.client.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netreader.client.ClientException;
import netreader.client.ShelfBook;
import netreader.client.Transferred;
import netreader.client.internal.store.Copies;
import netreader.client.internal.store.CopyFile;
import netreader.format.Work;

/** The copies that are being read or completed, each once, however many use it. Any thread. */
final class OpenCopies implements Closeable {
    /** A copy in use, until its last user has closed it. */
    final class Use implements ReadableCopy {
        private final Entry entry;
        private boolean closed;

        private Use(Entry entry) {
            this.entry = entry;
        }

        CopyFile file() {
            return entry.file;
        }

        @Override
        public long size() {
            return entry.file.size();
        }

        @Override
        public int read(long at, ByteBuffer to, Work work) throws IOException {
            entry.fill.goOn();
            return entry.fetcher.read(at, to, work);
        }

        @Override
        public void prefetch(long at, long length) {
            entry.fetcher.prefetch(at, length);
        }

        @Override
        public Transferred transferred() {
            return entry.fetcher.transferred();
        }

        Fill fill() {
            return entry.fill;
        }

        @Override
        public void close() {
            synchronized (entry) {
                if (closed) {
                    return;
                }
                closed = true;
            }
            release(entry);
        }
    }

    private static final class Entry {
        private final String sha256;
        private final CopyFile file;
        private final BlockFetcher fetcher;
        private final Fill fill;
        private int users;

        private Entry(String sha256, CopyFile file, BlockFetcher fetcher, Fill fill) {
            this.sha256 = sha256;
            this.file = file;
            this.fetcher = fetcher;
            this.fill = fill;
        }
    }

    private final ServerLoop server;
    private final Copies copies;
    private final Origin.Shelf shelf;
    private final Runnable changed;
    private final Demand demand = new Demand();
    private final Map<String, Entry> open = new HashMap<>();
    private boolean closed;

    /** @param changed hears that a copy has become whole */
    OpenCopies(ServerLoop server, Copies copies, Origin.Shelf shelf, Runnable changed) {
        this.server = server;
        this.copies = copies;
        this.shelf = shelf;
        this.changed = changed;
    }

    Demand demand() {
        return demand;
    }

    /**
     * @param book whose digest is known
     * @throws ClientException LOCAL_IO if this computer cannot keep a copy, CANCELLED if the reader is being closed
     */
    synchronized Use use(ShelfBook book) throws ClientException {
        if (closed) {
            throw Links.closing();
        }
        String sha256 = book.sha256().orElseThrow();
        Entry entry = open.get(sha256);
        if (entry == null) {
            entry = open(book, sha256);
            open.put(sha256, entry);
        }
        entry.users++;
        return new Use(entry);
    }

    private Entry open(ShelfBook book, String sha256) throws ClientException {
        try {
            CopyFile file = copies.open(sha256, book.bytes());
            BlockFetcher fetcher = new BlockFetcher(server, file, new Origin(book, shelf), demand);
            return new Entry(
                    sha256,
                    file,
                    fetcher,
                    new Fill(server, book.name(), sha256, file, fetcher, copies, demand, changed));
        } catch (IOException e) {
            throw Disk.failure(book.name(), copies.folder(), e);
        }
    }

    private synchronized void release(Entry entry) {
        entry.users--;
        if (entry.users == 0) {
            end(entry);
            open.remove(entry.sha256);
        }
    }

    private void end(Entry entry) {
        entry.fetcher.close();
        entry.fill.stop();
        copies.release(entry.sha256);
    }

    @Override
    public synchronized void close() {
        closed = true;
        List.copyOf(open.values()).forEach(this::end);
        open.clear();
    }
}
