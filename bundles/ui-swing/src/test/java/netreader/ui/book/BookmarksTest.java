package netreader.ui.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import netreader.client.OpenRequest;
import netreader.client.Place;
import netreader.client.ShelfBook;
import netreader.ui.demo.FakeClient;
import netreader.ui.demo.FakeFormats;
import netreader.ui.text.Messages;
import netreader.ui.work.Background;
import netreader.ui.work.Preferences;
import netreader.ui.work.Transfers;
import netreader.ui.work.UiContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookmarksTest {
    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();
    private final Background background = new Background();

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void aBookmarkIsPutOnThePageAndTakenAwayAgain() throws Exception {
        ShelfBook book = client.painted("Persuasion", "Jane Austen");
        Bookmarks bookmarks = of(book);
        toggle(bookmarks, 4);
        await(() -> client.bookmarks(book).stream()
                .anyMatch(bookmark -> bookmark.text().equals("page 5")));
        assertTrue(call(() -> bookmarks.isOn(4)));
        toggle(bookmarks, 4);
        assertFalse(call(() -> bookmarks.isOn(4)));
        assertEquals(List.of(), client.bookmarks(book));
    }

    @Test
    void theyAreInTheOrderOfTheBookAlsoTheNextTime() throws Exception {
        ShelfBook book = client.painted("Persuasion", "Jane Austen");
        Bookmarks bookmarks = of(book);
        toggle(bookmarks, 9);
        toggle(bookmarks, 2);
        assertEquals(List.of(2, 9), call(() -> pages(bookmarks)));
        Bookmarks next = of(book);
        await(() -> call(() -> pages(next)).equals(List.of(2, 9)));
    }

    @Test
    void aTextIsAskedOnWhichPageTheyAre() throws Exception {
        ShelfBook book = client.flowing("论语", "", List.of("学而第一", "为政第二", "八佾第三"));
        Bookmarks bookmarks = of(book);
        EventQueue.invokeAndWait(() -> bookmarks.toggle(1, new Place(1000, 2.0 / 3)));
        Bookmarks next = of(book);
        await(() -> call(() -> pages(next)).equals(List.of(1)));
    }

    @Test
    void aPageIsKnownByItsFirstWords() {
        assertEquals("CHAPTER I It is a truth", Bookmarks.beginning("\n\n  CHAPTER I\n\n  It is a\ttruth\n"));
        assertEquals("第一章 话说", Bookmarks.beginning("\u3000\u3000第一章\n\u3000\u3000话说"));
        assertEquals(100, Bookmarks.beginning("字".repeat(3000)).length());
    }

    private Bookmarks of(ShelfBook book) throws Exception {
        var reading = client.open(book, OpenRequest.DEFAULT);
        return call(() -> {
            Bookmarks bookmarks = new Bookmarks(
                    new UiContext(
                            client,
                            new FakeFormats(),
                            new Messages("en"),
                            background,
                            new Transfers(),
                            new Preferences(data)),
                    reading,
                    () -> {});
            bookmarks.pages(reading.pageCount());
            return bookmarks;
        });
    }

    private static void toggle(Bookmarks bookmarks, int page) throws Exception {
        EventQueue.invokeAndWait(() -> bookmarks.toggle(page, new Place(page, (page + 1) / 32.0)));
    }

    private static List<Integer> pages(Bookmarks bookmarks) {
        return bookmarks.all().stream().map(Bookmarks.Entry::page).toList();
    }

    private static <T> T call(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        EventQueue.invokeAndWait(task);
        return task.get();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.call()) {
            assertTrue(System.nanoTime() < limit, "It did not happen within 30 s");
            Thread.sleep(20);
        }
    }
}
