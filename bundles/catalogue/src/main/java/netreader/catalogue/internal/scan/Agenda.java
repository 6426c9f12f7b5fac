package netreader.catalogue.internal.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What is to be looked at next, and when. Any thread adds to it; one takes. */
final class Agenda implements FolderEvents.Listener {
    /** Events and formats seldom come alone. */
    private static final long SETTLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Set<String> folders = new HashSet<>();
    private final Set<String> withAll = new HashSet<>();
    private List<CompletableFuture<Findings>> askers = new ArrayList<>();
    private boolean allWanted;
    private boolean wanted;
    private long wantedAt;

    /**
     * What to look at.
     *
     * @param all whether at everything; the folders only say then where something has happened
     * @param folders where something has happened
     * @param withAll folders to look at with all that is below them
     * @param askers who wait for what is found
     */
    record Item(boolean all, Set<String> folders, Set<String> withAll, List<CompletableFuture<Findings>> askers) {}

    @Override
    public void changed(String folder) {
        add(() -> folders.add(folder));
    }

    @Override
    public void rulesChanged(String folder) {
        add(() -> withAll.add(folder));
    }

    @Override
    public void missed() {
        wantAll();
    }

    /** The next look at everything is not to be waited for, such as when a format has come. */
    void wantAll() {
        add(() -> allWanted = true);
    }

    /**
     * Somebody waits for a look that begins from now on.
     *
     * @param folder with all that is below it; empty for everything
     */
    CompletableFuture<Findings> ask(String folder) {
        CompletableFuture<Findings> answer = new CompletableFuture<>();
        add(() -> {
            askers.add(answer);
            if (folder.isEmpty()) {
                allWanted = true;
            } else {
                withAll.add(folder);
            }
        });
        return answer;
    }

    private void add(Runnable what) {
        lock.lock();
        try {
            what.run();
            if (!wanted) {
                wanted = true;
                wantedAt = System.nanoTime();
            }
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is something to look at.
     *
     * @param earliest before which nothing is looked at, by {@link System#nanoTime()}
     * @param nextAll when everything is to be looked at, if nothing is wanted before
     * @param nextYoung when the folders with young files are to be looked at
     * @param young those folders
     */
    Item next(long earliest, long nextAll, long nextYoung, Set<String> young) throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                long due = nextAll;
                if (!young.isEmpty()) {
                    due = earlier(due, nextYoung);
                }
                if (wanted) {
                    due = earlier(due, wantedAt + SETTLE_NANOS);
                }
                due = earlier(due, earliest) == due ? earliest : due;
                long now = System.nanoTime();
                if (now - due >= 0) {
                    return take(now - nextAll >= 0, now - nextYoung >= 0 ? young : Set.of());
                }
                added.awaitNanos(due - now);
            }
        } finally {
            lock.unlock();
        }
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }

    private Item take(boolean all, Set<String> young) {
        Set<String> some = new HashSet<>(folders);
        some.addAll(young);
        Item item = new Item(all || allWanted, some, new HashSet<>(withAll), askers);
        askers = new ArrayList<>();
        folders.clear();
        withAll.clear();
        allWanted = false;
        wanted = false;
        return item;
    }
}
