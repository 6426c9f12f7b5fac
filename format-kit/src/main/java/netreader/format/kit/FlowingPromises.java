package netreader.format.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import netreader.format.Book;

/** What a flowing book promises beside: it is one book for all its readers. */
final class FlowingPromises {
    private static final int THREADS = 8;

    static final List<Promise> ALL = List.of(new Promise(
            "A flowing book gives all threads the same pages at once",
            "FlowingBook",
            "Threads",
            FlowingPromises::sharesPages));

    private FlowingPromises() {}

    private static void sharesPages(Subject subject) throws Exception {
        subject.with(book -> {
            int[] pages = Subject.somePages(book);
            String[] texts = new String[pages.length];
            for (int i = 0; i < pages.length; i++) {
                texts[i] = book.pageText(pages[i]);
            }
            ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, Guard.THREAD));
            try {
                List<Future<Void>> readers = new ArrayList<>();
                for (int seed = 0; seed < THREADS; seed++) {
                    Random random = new Random(seed);
                    readers.add(threads.submit(() -> readAll(book, pages, texts, random)));
                }
                for (Future<Void> reader : readers) {
                    reader.get();
                }
            } finally {
                threads.shutdownNow();
            }
            return null;
        });
    }

    private static Void readAll(Book book, int[] pages, String[] texts, Random random) throws Exception {
        for (int i = 0; i < 20 * pages.length; i++) {
            int at = random.nextInt(pages.length);
            Broken.unless(
                    book.pageText(pages[at]).equals(texts[at]),
                    "pageText(%d) answered something else while other threads were reading",
                    pages[at]);
            long anchor = book.anchorOf(pages[at]);
            Broken.unless(
                    book.pageAt(anchor) == pages[at],
                    "pageAt(%d) answered something else while other threads were reading",
                    anchor);
        }
        return null;
    }
}
