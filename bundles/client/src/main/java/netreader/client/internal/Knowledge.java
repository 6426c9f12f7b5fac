package netreader.client.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import netreader.client.ShelfBook;
import netreader.protocol.BookRow;
import netreader.protocol.ShelfChanges;

/** What the reader knows at this moment of the server's shelf, and of the places where books were left. Any thread. */
final class Knowledge {
    private final ReaderStore store;
    private final Map<Long, ShelfBook> shelf = new ConcurrentSkipListMap<>();
    private final Places places;
    /** The digest that a book had before the server found another file in its place, until it knows that one's. */
    private final Map<Long, String> formerDigests = new ConcurrentHashMap<>();

    private final Consumer<String> replaced;
    private volatile String catalogue = "";
    private volatile long revision;

    /** @param replaced hears the digest of contents in whose place the server has others now */
    Knowledge(ReaderStore store, Consumer<String> replaced) {
        this.store = store;
        this.places = new Places(store, Clock.systemUTC());
        this.replaced = replaced;
    }

    void recall(ReaderStore.Memory memory) {
        catalogue = memory.catalogue();
        revision = memory.revision();
        shelf.clear();
        merge(memory.shelf(), List.of());
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
    void forgetShelf() {
        List<Long> ids = List.copyOf(shelf.keySet());
        shelf.clear();
        store.saveShelf(catalogue, new ShelfChanges(List.of(), ids), 0);
    }

    void learn(ShelfChanges changes, long newRevision) {
        changes.books().forEach(row -> noteDigest(row.id()));
        merge(changes.books(), changes.removed());
        revision = newRevision;
        store.saveShelf(catalogue, changes, newRevision);
        changes.books().forEach(row -> tellReplaced(row.id()));
    }

    private void noteDigest(long id) {
        Optional.ofNullable(shelf.get(id))
                .flatMap(ShelfBook::sha256)
                .ifPresent(digest -> formerDigests.put(id, digest));
    }

    private void tellReplaced(long id) {
        Optional<String> now = shelf.get(id).sha256();
        String before = formerDigests.get(id);
        if (before == null || now.isEmpty()) {
            return;
        }
        formerDigests.remove(id);
        if (!now.get().equals(before) && withContents(before).isEmpty()) {
            replaced.accept(before);
        }
    }

    /** The books of the shelf that have these contents. */
    List<ShelfBook> withContents(String sha256) {
        return shelf.values().stream()
                .filter(book -> book.sha256().filter(sha256::equals).isPresent())
                .toList();
    }

    private void merge(Collection<BookRow> changed, Collection<Long> removed) {
        changed.forEach(row -> shelf.put(row.id(), Rows.book(row)));
        removed.forEach(shelf::remove);
    }

    String catalogue() {
        return catalogue;
    }

    long revision() {
        return revision;
    }

    List<ShelfBook> shelf() {
        return List.copyOf(shelf.values());
    }

    /** The book as it stands on the shelf now; as it was if it has gone. */
    ShelfBook latest(ShelfBook book) {
        return shelf.getOrDefault(book.id(), book);
    }

    Places places() {
        return places;
    }
}
