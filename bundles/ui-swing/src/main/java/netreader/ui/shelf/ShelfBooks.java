package netreader.ui.shelf;

import java.util.List;
import javax.swing.AbstractListModel;
import netreader.client.ShelfBook;

/** The books that are shown, replaced as a whole. Event thread. */
final class ShelfBooks extends AbstractListModel<ShelfBook> {
    private static final long serialVersionUID = 1;

    private transient List<ShelfBook> books = List.of();

    void replace(List<ShelfBook> newBooks) {
        int before = books.size();
        books = newBooks;
        int common = Math.min(before, newBooks.size());
        if (newBooks.size() > before) {
            fireIntervalAdded(this, before, newBooks.size() - 1);
        } else if (newBooks.size() < before) {
            fireIntervalRemoved(this, newBooks.size(), before - 1);
        }
        if (common > 0) {
            fireContentsChanged(this, 0, common - 1);
        }
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
