package netreader.it;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import netreader.launcher.HeadlessReader;

/**
 * Readers that turn pages all the time, each on a thread of its own, and note what they are answered. A format that is not
 * there is what they must be told so; everything else is unexpected.
 */
final class CycleReaders implements AutoCloseable {
    private static final String UNAVAILABLE = "FORMAT_UNAVAILABLE";
    private static final int MOST_NOTED = 50;
    private static final long PAUSE_MS = 15;

    private final List<Thread> threads = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Collection<String> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicLong pages = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private volatile boolean over;

    /** Turns one page; returns whether it was there. */
    @FunctionalInterface
    private interface Turn {
        boolean next(Random random) throws IOException;
    }

    /** Reads a text page by page from the server. */
    void page(int port, long book, int pagesOfBook, Set<String> allowed) throws IOException {
        FramedClient client = new FramedClient(port).open(book);
        open.add(client);
        start(random -> {
            JsonObject reply = client.ask("{'id':3,'op':'page','handle':1,'page':" + random.nextInt(pagesOfBook) + "}");
            if (!reply.has("error")) {
                return true;
            }
            String code = reply.get("error").getAsString();
            if (!allowed.contains(code)) {
                note("book " + book + ": " + reply);
            }
            return false;
        });
    }

    /** Paints a book that stays open, whatever comes and goes. */
    void paint(HeadlessReader reader, String name) throws IOException {
        HeadlessReader.Painted book = reader.open(name);
        open.add(book);
        int count = book.pages();
        start(random -> {
            try {
                return book.render(random.nextInt(count)) != null;
            } catch (HeadlessReader.Failure e) {
                if (!e.code().equals(UNAVAILABLE)) {
                    note(name + ": " + e.getMessage());
                }
                return false;
            }
        });
    }

    private void start(Turn turn) {
        Thread thread = new Thread(() -> turnPages(turn), "turns-pages-" + threads.size());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void turnPages(Turn turn) {
        Random random = new Random(threads.size());
        while (!over) {
            try {
                (turn.next(random) ? pages : unavailable).incrementAndGet();
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                if (!over) {
                    note("a connection was lost: " + e);
                }
                return;
            }
        }
    }

    private void note(String failure) {
        if (unexpected.size() < MOST_NOTED) {
            unexpected.add(failure);
        }
    }

    /** What must not have been answered; the first of it. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** How many pages came. */
    long pages() {
        return pages.get();
    }

    /** How many were refused since their format was away. */
    long unavailable() {
        return unavailable.get();
    }

    @Override
    public void close() throws Exception {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        for (AutoCloseable each : open) {
            each.close();
        }
    }
}
