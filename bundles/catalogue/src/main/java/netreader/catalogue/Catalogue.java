package netreader.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.osgi.annotation.versioning.ProviderType;

/** The library as a server offers it. Any thread; calls wait for the database or the disk. */
@ProviderType
public interface Catalogue {
    /** Names this catalogue for good: ids and revisions count within it, and a catalogue made anew has another name. */
    String identity() throws CatalogueException;

    /** Grows with every change of the shelf. */
    long revision() throws CatalogueException;

    /**
     * What has changed since a revision.
     *
     * @param revision 0 for the whole shelf
     * @param limit how many books at most, 1 or more
     */
    ShelfChanges changesSince(long revision, int limit) throws CatalogueException;

    /**
     * A page of the shelf.
     *
     * @throws CatalogueException BAD_QUERY if {@link ShelfQuery#after()} was never a {@link ShelfPage#next()}
     */
    ShelfPage query(ShelfQuery query) throws CatalogueException;

    /**
     * The folders that lie directly in a folder of the library and have books, by name.
     *
     * @param folder without a {@code /} at the end; empty for the library itself
     */
    List<ShelfFolder> folders(String folder) throws CatalogueException;

    /**
     * The books that somebody means who says a name: those with that id, else with that path, else with that file name,
     * else with that file name without its extension, else with that title, else with that title in other case, else
     * those whose titles begin so.
     */
    NamedBooks named(String name) throws CatalogueException;

    /** @throws CatalogueException NOT_FOUND */
    CatalogueBook book(long id) throws CatalogueException;

    /** The book with a name, exactly as on the shelf; the name is looked up and never used as a path. */
    Optional<CatalogueBook> bookNamed(String name) throws CatalogueException;

    /**
     * The books that have a name when their extensions are left out, in the order of their names.
     *
     * @param stem a path in the library without its last dot and what follows that
     */
    List<CatalogueBook> booksWithStem(String stem) throws CatalogueException;

    /**
     * The book's picture; empty if it has none.
     *
     * @param pixels that its longer side will be shown with: it may have fewer, and seldom has many more
     */
    Optional<Cover> cover(long id, int pixels) throws CatalogueException;

    /**
     * Opens the book's file; the caller closes it.
     *
     * @param version of the file that is meant
     * @throws CatalogueException NOT_FOUND, CHANGED or IO
     */
    BookFile openFile(long id, String version) throws CatalogueException;

    /**
     * Opens a text; the caller closes it.
     *
     * @param pageBytes nominal size of a page in bytes of the file, 256 to 65,536
     * @throws CatalogueException NOT_FOUND, QUARANTINED, FORMAT_UNAVAILABLE, UNSUPPORTED if it is no text, and others
     */
    OpenText openText(long id, int pageBytes) throws CatalogueException;

    /**
     * Opens a text as it would be with other settings, which are not kept; the caller closes it.
     *
     * @param changes as for {@link #set}
     * @throws CatalogueException BAD_SETTING, and as {@link #openText(long, int)}
     */
    OpenText openText(long id, int pageBytes, Map<String, String> changes) throws CatalogueException;

    /** What may be chosen for a book and what was chosen, in the order in which to show it. */
    List<BookSetting> settings(long id) throws CatalogueException;

    /** The name of the jar that reads the book; empty if its format is not installed. */
    Optional<String> formatFile(CatalogueBook book);

    /**
     * Chooses for one book, for good. Places stay as they are; texts that are open answer CHANGED from now on.
     *
     * @param changes values by the names of {@link #settings}; an empty one takes the choice back
     * @throws CatalogueException NOT_FOUND, FORMAT_UNAVAILABLE, BAD_SETTING, IO
     */
    void set(long id, Map<String, String> changes) throws CatalogueException;

    /**
     * Reads a book for the shelf once more, such as one that is quarantined; until then it is pending.
     *
     * @throws CatalogueException NOT_FOUND
     */
    void readAgain(long id) throws CatalogueException;

    /** Where the reader left the book, on each of the devices; what was told last comes first. */
    List<Position> positions(Reader reader, long id) throws CatalogueException;

    /** Where all readers left the book, by reader; what each told last comes first. */
    List<Position> positions(long id) throws CatalogueException;

    /**
     * Keeps where the reader is on this device, on the disk within a second. An update whose count is not greater than
     * that of the one that is kept is late or repeated, and changes nothing.
     *
     * @return what is kept now
     * @throws CatalogueException NOT_FOUND if there never was such a book
     */
    Position putPlace(Reader reader, long id, PlaceUpdate update) throws CatalogueException;

    /** The listener is called with each new revision, on a thread of the catalogue's, and must return quickly. */
    Listening listen(LongConsumer listener);

    /** Ends when it is closed. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
