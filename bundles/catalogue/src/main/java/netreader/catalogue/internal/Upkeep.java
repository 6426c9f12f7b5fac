package netreader.catalogue.internal;

import java.nio.file.Path;
import java.util.Optional;
import netreader.catalogue.CatalogueException;

/** What the administrator of a server may ask of its catalogue. Any thread; waits for the disk. */
interface Upkeep {
    /** Copies the catalogue's files, checked, into a new folder. */
    Path backUp() throws CatalogueException;

    /** The book that is not on the shelf any more and had this number or name. */
    Optional<Long> goneBook(String numberOrName) throws CatalogueException;

    /** What the server knows of a book, also of one that has gone, and did with it, in lines for a person. */
    String why(long book) throws CatalogueException;
}
