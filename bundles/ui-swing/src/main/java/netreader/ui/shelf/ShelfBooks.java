package netreader.ui.shelf;

import java.util.List;
import javax.swing.AbstractListModel;
import netreader.client.ShelfBook;

/** The books that are shown, replaced as a whole. Event thread. */
final class ShelfBooks extends AbstractListModel<ShelfBook> {
    private static final long serialVersionUID = 1;

    private transient List<ShelfBook> books = List.of();

    void replace(List<ShelfBook> newBooks) {
        books = newBooks;
        // One event: the list lays itself out anew, and the selection is set by who knows which book it was.
        fireContentsChanged(this, 0, Math.max(0, newBooks.size() - 1));
    }

    /** The place of the book in the list, or -1. */
    int indexOf(long id) {
        for (int i = 0; i < books.size(); i++) {
            if (books.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public int getSize() {
        return books.size();
    }

    @Override
    public ShelfBook getElementAt(int index) {
        return books.get(index);
    }
}
