package netreader.ui.shelf;

import java.util.HashMap;
import java.util.Map;
import netreader.client.Client;
import netreader.client.ShelfBook;
import netreader.ui.work.NewestFirst;
import netreader.ui.work.UiContext;

/** Which of the books that are in sight are on this computer; looked up when a cell is painted. Event thread. */
final class LocalCopies {
    private final Client client;
    private final NewestFirst queue;
    private final Runnable arrived;
    private final Map<Key, Boolean> known = new HashMap<>();
    private final Map<Key, Boolean> outdated = new HashMap<>();

    private record Key(long id, String version) {}

    LocalCopies(UiContext context, Runnable arrived) {
        this.client = context.client();
        this.queue = new NewestFirst(context.background(), 1, Integer.MAX_VALUE);
        this.arrived = arrived;
    }

    boolean has(ShelfBook book) {
        Key key = new Key(book.id(), book.version());
        Boolean answer = known.get(key);
        if (answer != null) {
            return answer;
        }
        boolean last = outdated.getOrDefault(key, false);
        known.put(key, last);
        queue.submit(work -> client.onThisComputer(book), now -> learn(key, now), failure -> {});
        return last;
    }

    private void learn(Key key, boolean now) {
        if (!Boolean.valueOf(now).equals(known.put(key, now))) {
            arrived.run();
        }
    }

    /** Looks again when cells are painted next; until then the last answers stand. */
    void forget() {
        outdated.clear();
        outdated.putAll(known);
        known.clear();
        arrived.run();
    }
}
