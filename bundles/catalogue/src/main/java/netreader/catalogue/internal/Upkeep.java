package netreader.catalogue.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.scan.Findings;

/** What the administrator of a server may ask of its catalogue. Any thread; waits for the disk. */
interface Upkeep {
    /** Copies the catalogue's files, checked, into a new folder. */
    Path backUp() throws CatalogueException;

    /** The book that is not on the shelf any more and had this number or name. */
    Optional<Long> goneBook(String numberOrName) throws CatalogueException;

    /** What the server knows of a book, also of one that has gone, and did with it. */
    List<Why.Line> why(long book) throws CatalogueException;

    /**
     * Looks at the library, or at a folder of it and those in it, and waits until that is done.
     *
     * @param folder empty for all
     * @throws CatalogueException NOT_FOUND if there is no such folder, IO if the library cannot be read
     */
    Findings rescan(String folder) throws CatalogueException;
}
