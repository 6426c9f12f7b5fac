package netreader.client.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import netreader.client.Bookmark;
import netreader.client.ShelfBook;

/** Remembers nothing: for commands that read something and end. */
final class ForgetfulStore implements ReaderStore {
    private final String device = UUID.randomUUID().toString();

    /** A command asks the server for the books that it is about. */
    @Override
    public boolean wantsShelf() {
        return false;
    }

    @Override
    public String device() {
        return device;
    }

    @Override
    public Memory load(String server) {
        return Memory.NOTHING;
    }

    @Override
    public List<ShelfBook> books(String server, List<Long> ids) {
        return List.of();
    }

    @Override
    public Memory switchTo(String server, String catalogue) {
        return Memory.NOTHING;
    }

    @Override
    public void saveShelf(String catalogue, List<ShelfBook> books, List<Long> removed, long revision) {}

    @Override
    public void savePlace(String catalogue, long book, KeptPlace kept) {}

    @Override
    public void flushPlaces() {}

    @Override
    public List<Bookmark> bookmarks(String catalogue, ShelfBook book) {
        return List.of();
    }

    @Override
    public void saveBookmark(String catalogue, ShelfBook book, Bookmark bookmark) {}

    @Override
    public void removeBookmark(String catalogue, ShelfBook book, long anchor) {}

    @Override
    public CompletableFuture<List<KeptFile>> files() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public void saveFile(KeptFile file) {}

    @Override
    public Optional<byte[]> cover(String catalogue, long book, String picture, int pixels) {
        return Optional.empty();
    }

    @Override
    public void saveCover(String catalogue, long book, String picture, int pixels, byte[] image) {}

    @Override
    public void close() {}
}
