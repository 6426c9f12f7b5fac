package netreader.client.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import netreader.client.Bookmark;
import netreader.client.ShelfBook;

/** What a reader remembers from one run to the next. Any thread; what is saved is on the disk soon, in order. */
interface ReaderStore extends AutoCloseable {
    /**
     * What is remembered of a server.
     *
     * @param catalogue of the server; empty if it was never reached
     * @param revision of the shelf that is remembered
     */
    record Memory(String catalogue, long revision, List<ShelfBook> shelf, Map<Long, KeptPlace> places) {
        static final Memory NOTHING = new Memory("", 0, List.of(), Map.of());
    }

    /** Whether the whole shelf is wanted, and not only what changes on it from now on. */
    boolean wantsShelf();

    /** An id that this computer made once. */
    String device();

    /** What is remembered of the server at the address; waits for the disk. */
    Memory load(String server);

    /** Some of the books that are remembered of the server at the address, in the order of the ids; waits for the disk. */
    List<ShelfBook> books(String server, List<Long> ids);

    /** Another catalogue answers at the address: what is remembered of it is returned. */
    Memory switchTo(String server, String catalogue);

    /**
     * @param books new and changed ones
     * @param removed ids of books of which nothing is to be remembered
     */
    void saveShelf(String catalogue, List<ShelfBook> books, List<Long> removed, long revision);

    /** Of several places of a book that are saved within a second, the last one reaches the disk. */
    void savePlace(String catalogue, long book, KeptPlace kept);

    /** Waits until the places that were saved so far are on the disk, or cannot be written. */
    void flushPlaces();

    /** In the order of their anchors; waits for the disk. */
    List<Bookmark> bookmarks(String catalogue, ShelfBook book);

    /** Takes the place of the book's bookmark at the same anchor. */
    void saveBookmark(String catalogue, ShelfBook book, Bookmark bookmark);

    void removeBookmark(String catalogue, ShelfBook book, long anchor);

    /** The files that were read without a server; they come when the disk has given them. */
    CompletableFuture<List<KeptFile>> files();

    /** Takes the place of what is kept of the same contents. */
    void saveFile(KeptFile file);

    /** @param pixels how large it must have been wanted when it was saved */
    Optional<byte[]> cover(String catalogue, long book, String picture, int pixels);

    /** Takes the place of what is kept of the book. */
    void saveCover(String catalogue, long book, String picture, int pixels, byte[] image);

    /** Waits until everything is saved. */
    @Override
    void close();
}
