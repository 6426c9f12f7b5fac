package netreader.client.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import netreader.client.ShelfBook;
import netreader.protocol.BookRow;
import netreader.protocol.ShelfChanges;

/** What the reader knows at this moment of the server's shelf, and of the places where books were left. Any thread. */
final class Knowledge {
    /** The copies on this computer, as far as the shelf depends on them. */
    interface Contents {
        /** Whether a book with these contents can be read when the server has it no longer; may wait for the disk. */
        boolean readable(String sha256);

        /** In place of these contents the server has others now. */
        void replaced(String sha256);
    }

    private final ReaderStore store;
    private final Contents copies;
    private final Places places;
    private final Shelf shelf = new Shelf();
    /** The ids of books that the server has no longer. */
    private final Set<Long> gone = ConcurrentHashMap.newKeySet();

    /** The digest that a book had before the server found another file in its place, until it knows that one's. */
    private final Map<Long, String> formerDigests = new ConcurrentHashMap<>();

    private volatile String catalogue = "";
    private volatile long revision;

    Knowledge(ReaderStore store, Contents copies) {
        this.store = store;
        this.copies = copies;
        this.places = new Places(store, Clock.systemUTC());
    }

    synchronized void recall(ReaderStore.Memory memory) {
        catalogue = memory.catalogue();
        revision = memory.revision();
        formerDigests.clear();
        shelf.replace(memory.shelf());
        gone.clear();
        memory.shelf().stream().filter(ShelfBook::gone).map(ShelfBook::id).forEach(gone::add);
        places.recall(catalogue, memory.places());
    }

    /** A server has said which catalogue it has; whatever is known of another one is put away. */
    void meet(String server, String serversCatalogue, long serversRevision) {
        if (!serversCatalogue.equals(catalogue)) {
            places.forget();
            recall(store.switchTo(server, serversCatalogue));
        }
        if (revision > serversRevision) {
            revision = 0; // the catalogue was restored from a backup
        }
        if (revision == 0 && !store.wantsShelf()) {
            revision = serversRevision;
        }
    }

    /** The reader had all of the shelf when it asks with revision 0: what is not in the answer has gone. */
    synchronized void forgetShelf() {
        Update update = new Update();
        shelf.all().forEach(book -> remove(book, update));
        update.save(0);
    }

    /** What the server has told. */
    synchronized void learn(ShelfChanges changes, long newRevision) {
        Update update = new Update();
        for (BookRow row : changes.books()) {
            put(Rows.book(row), update);
        }
        for (long id : changes.removed()) {
            shelf.book(id).ifPresent(book -> remove(book, update));
        }
        update.save(newRevision);
        revision = newRevision;
    }

    private void put(ShelfBook book, Update update) {
        Optional<ShelfBook> before = shelf.book(book.id());
        before.flatMap(ShelfBook::sha256).ifPresent(digest -> formerDigests.put(book.id(), digest));
        gone.remove(book.id());
        update.put(book);
        book.sha256().ifPresent(digest -> tellReplaced(book.id(), digest));
        takeOver(book, update);
    }

    private void tellReplaced(long id, String now) {
        String before = formerDigests.remove(id);
        if (before != null && !now.equals(before) && shelf.withContents(before).isEmpty()) {
            copies.replaced(before);
        }
    }

    /** Books that had gone are this one, under another number. */
    private void takeOver(ShelfBook book, Update update) {
        if (gone.isEmpty()) {
            return;
        }
        alike(book).filter(ShelfBook::gone).forEach(other -> {
            forget(other, update);
            places.carryOver(other.id(), book.id());
        });
    }

    /** The other books with the same contents, read the same way: an empty text is no empty PDF. */
    private Stream<ShelfBook> alike(ShelfBook book) {
        return book.sha256().stream()
                .flatMap(digest -> shelf.withContents(digest).stream())
                .filter(other -> other.id() != book.id() && other.format().equals(book.format()));
    }

    private void remove(ShelfBook book, Update update) {
        if (book.gone()) {
            return;
        }
        formerDigests.remove(book.id());
        Optional<ShelfBook> same = alike(book).filter(other -> !other.gone()).findFirst();
        if (same.isPresent()) {
            forget(book, update);
            places.carryOver(book.id(), same.get().id()); // it may have been moved there
        } else if (book.sha256().filter(copies::readable).isPresent()) {
            gone.add(book.id());
            update.put(book.asGone());
        } else {
            forget(book, update);
        }
    }

    private void forget(ShelfBook book, Update update) {
        gone.remove(book.id());
        shelf.remove(book.id());
        update.removed.add(book.id());
    }

    /**
     * Forgets the books that are neither on the server nor here any more; may wait for the disk.
     *
     * @return whether there were any
     */
    boolean forgetUnreadable() {
        if (gone.isEmpty()) {
            return false;
        }
        synchronized (this) {
            Update update = new Update();
            for (Long id : List.copyOf(gone)) {
                shelf.book(id)
                        .filter(book -> book.sha256().filter(copies::readable).isEmpty())
                        .ifPresent(book -> forget(book, update));
            }
            update.save(revision);
            return !update.removed.isEmpty();
        }
    }

    /** What becomes of the shelf at once, and of its memory on the disk together. */
    private final class Update {
        private final List<ShelfBook> books = new ArrayList<>();
        private final List<Long> removed = new ArrayList<>();

        void put(ShelfBook book) {
            shelf.put(book);
            books.add(book);
        }

        void save(long newRevision) {
            if (newRevision == revision && books.isEmpty() && removed.isEmpty()) {
                return;
            }
            store.saveShelf(catalogue, books, removed, newRevision);
        }
    }

    Shelf shelf() {
        return shelf;
    }

    String catalogue() {
        return catalogue;
    }

    long revision() {
        return revision;
    }

    /** The book as it stands on the shelf now, under another number if the server has it there; else as it was. */
    ShelfBook latest(ShelfBook book) {
        Optional<ShelfBook> same = shelf.book(book.id());
        if (same.isPresent() || !store.wantsShelf()) { // a part of the shelf does not tell what has gone
            return same.orElse(book);
        }
        return alike(book).findFirst().orElse(book);
    }

    Places places() {
        return places;
    }
}
