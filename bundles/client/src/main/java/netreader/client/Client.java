package netreader.client;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.format.Work;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A reader's view of one server: its shelf, its books, the copies on this computer and the places where books were
 * left. Keeps itself connected in the background. Any thread; a call that needs the server blocks until it has
 * answered, at most {@link #CALL_TIMEOUT} for a small reply, and then throws.
 */
@ProviderType
public interface Client {
    Duration CALL_TIMEOUT = Duration.ofSeconds(30);

    ServerAddress server();

    Connectivity connectivity();

    /**
     * Waits until the server has been reached and, where the client remembers it, its shelf is here.
     *
     * @throws ClientException UNREACHABLE and others, as soon as the first attempt has failed
     */
    void awaitShelf(Duration limit) throws ClientException;

    /**
     * The shelf as it was last heard, in the order of the books' ids; does not block, works without the server. A client
     * that remembers nothing, as those of commands, hears only of books that change: it has {@link #query}.
     */
    List<ShelfBook> shelf();

    /**
     * What has changed on the shelf; does not block, works without the server. Who asks again and again, with the stamp
     * of the answer before, knows all of the shelf without looking at all of it each time.
     *
     * @param stamp 0 for all of the shelf
     */
    ShelfChange shelfSince(long stamp);

    /**
     * Books as they were remembered when the reader was last closed, in the order of the ids; those that are not are left
     * out. For who wants to see some before all are here after a start; waits for the disk.
     */
    List<ShelfBook> remembered(List<Long> ids);

    /** A book of the shelf as it was last heard, or a file that was read here before; does not block. */
    Optional<ShelfBook> book(long id);

    /**
     * The book as it stands on the shelf now, under another id if it has gone and come back so; as it was if it is not there.
     * Does not block.
     */
    ShelfBook latest(ShelfBook book);

    /** How far the shelf has come, while it is fetched and takes more than a moment; does not block. */
    Optional<ShelfFetch> fetching();

    /**
     * A page of the shelf, found and sorted by the server: for libraries of which nobody wants all rows.
     *
     * @throws ClientException UNREACHABLE, BAD_REQUEST if {@link ShelfQuery#after()} is none of the server's, and others
     */
    ShelfPage query(ShelfQuery query) throws ClientException;

    /**
     * The folders that lie directly in a folder of the library and have books, by name.
     *
     * @param folder without a {@code /} at the end; empty for the library itself
     */
    List<ShelfFolder> folders(String folder) throws ClientException;

    /**
     * The books that somebody means who says a name: those with that id, else those with that path or file name, with or
     * without its extension, else those with that title, else those whose titles begin so. Asks the server.
     */
    NamedBooks named(String name) throws ClientException;

    /** The listener hears of changes until the returned handle is closed. */
    AutoCloseable listen(ClientListener listener);

    /**
     * A PNG or JPEG picture; from this computer if it was fetched before.
     *
     * @param pixels the length in which its longer side will be shown; it may come larger, or smaller if there is no better
     */
    Optional<byte[]> cover(ShelfBook book, int pixels) throws ClientException;

    /** What the server knows of a book, in the order in which to show it. */
    BookDetails details(ShelfBook book) throws ClientException;

    /**
     * Chooses for one book, for all who read it. Who has it open hears CHANGED once, and reads on at the same place.
     *
     * @param settings values by the names of {@link BookDetails#settings()}; an empty one takes the choice back
     * @throws ClientException BAD_SETTING, UNREACHABLE and others
     */
    void set(ShelfBook book, Map<String, String> settings) throws ClientException;

    /**
     * Opens a book for reading; of one with delivery {@code FILE} only those parts are fetched that are needed.
     *
     * @throws ClientException FORMAT_UNAVAILABLE, PASSWORD_REQUIRED, PASSWORD_WRONG, DAMAGED, UNREACHABLE and others
     */
    Reading open(ShelfBook book, OpenRequest request) throws ClientException;

    /**
     * A book that lies on this computer, to be opened, with its place and its bookmarks remembered here, like one of the
     * shelf; no server hears of it. Takes as long as it takes to read the file, by whose contents it is known.
     *
     * @throws ClientException FORMAT_UNAVAILABLE if nothing here reads such files, LOCAL_IO
     */
    ShelfBook file(Path file) throws ClientException;

    /**
     * Fetches the book's file to this computer, going on where an earlier transfer stopped, and checks its SHA-256.
     *
     * @return the file, which must not be changed
     */
    Path fetch(ShelfBook book, Progress progress, Work work) throws ClientException;

    /** What of the book's present version is on this computer; does not block. */
    Optional<LocalCopy> copy(ShelfBook book);

    /** Whether the book's present version is on this computer, as a whole; does not block. */
    default boolean onThisComputer(ShelfBook book) {
        return copy(book).map(LocalCopy::whole).orElse(false);
    }

    /**
     * Keeps the copy on this computer, and completes it in the background, now and whenever the reader is started; or
     * lets it go when there is no room for others.
     *
     * @throws ClientException PENDING if the server has only just found the book
     */
    void keep(ShelfBook book, boolean keep) throws ClientException;

    /** Deletes the copy on this computer, as soon as nobody reads it; returns whether there was one. */
    boolean deleteCopy(ShelfBook book) throws ClientException;

    /** Where the book was left, here or, if it was never read here, on another computer. Does not block. */
    Optional<Place> place(ShelfBook book);

    /** When the book was last read on this computer, by its clock; empty if it never was. Does not block. */
    Optional<Instant> lastRead(ShelfBook book);

    /** The books that were read on this computer, the last one first; does not block. */
    List<ShelfBook> recent(int most);

    /**
     * Where the same reader has left the book on other devices, later than on this one as far as the server knows, or
     * while this one could not reach it; the latest first. As it was when the book was last opened; does not block.
     */
    List<OtherPlace> otherPlaces(ShelfBook book);

    /**
     * The other device's place at which the book was opened last, because no page was turned yet on this device. Does not
     * block.
     */
    Optional<OtherPlace> takenOver(ShelfBook book);

    /** Remembers where the book is being read: on this computer within a second, on the server when it can be reached. */
    void remember(ShelfBook book, Place place);

    /**
     * The book's bookmarks, in the order of their anchors; waits for the disk. They stay on this computer, and follow the
     * book when it comes back under another id.
     */
    List<Bookmark> bookmarks(ShelfBook book);

    /** Keeps a bookmark, in place of one at the same anchor; does not block. */
    void addBookmark(ShelfBook book, Bookmark bookmark);

    /** Does not block. */
    void removeBookmark(ShelfBook book, long anchor);
}
