package netreader.ui.shelf;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import netreader.client.ShelfBook;
import netreader.client.ShelfFolder;

/**
 * The books that are to be seen.
 *
 * @param books in order; the first of them while the shelf is still being fetched
 * @param count how many there are in all; empty if that is not known
 * @param folders of the library, each before those in it
 * @param fromServer whether the server was asked for them, as most of them are not here yet
 * @param next where the server goes on with the books; empty if these are all
 */
record ShelfView(
        ShelfChoice choice,
        List<ShelfBook> books,
        OptionalLong count,
        List<ShelfFolder> folders,
        boolean fromServer,
        Optional<String> next) {
    ShelfView withFolders(List<ShelfFolder> newFolders) {
        return new ShelfView(choice, books, count, newFolders, fromServer, next);
    }
}
