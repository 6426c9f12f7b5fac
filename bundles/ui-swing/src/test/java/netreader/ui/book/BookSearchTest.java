package netreader.ui.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import netreader.client.ClientException;
import netreader.client.OpenRequest;
import netreader.client.SearchHits;
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

class BookSearchTest {
    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();
    private final Background background = new Background();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private String state = "";
    private BookSearch search;

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void hitsAreVisitedFromThePageOnAndRoundTheEnd() throws Exception {
        open("a fox and a fox", "no such beast", "the Fox", "the end");
        EventQueue.invokeAndWait(() -> {
            search.anchor(1000);
            search.start("fox");
        });
        await("3 of 3");
        step(1, "1 of 3   Went on round the end of the book.");
        step(1, "2 of 3");
        step(1, "3 of 3");
        step(-1, "2 of 3");
        step(-1, "1 of 3");
        step(-1, "3 of 3   Went on round the end of the book.");
        assertEquals(List.of("2/0", "0/0", "0/1", "2/0", "0/1", "0/0", "2/0"), shown);
    }

    @Test
    void whatIsNotThereIsSaidSo() throws Exception {
        open("a fox", "a hen");
        EventQueue.invokeAndWait(() -> search.start("wolf"));
        await("The book does not have these words.");
        EventQueue.invokeAndWait(() -> search.step(1));
        assertEquals(List.of(), shown);
        EventQueue.invokeAndWait(() -> search.stop());
        await("");
    }

    @Test
    void aSearchThatWasReplacedShowsNothing() throws Exception {
        open("a fox", "a hen");
        EventQueue.invokeAndWait(() -> {
            search.start("fox");
            search.start("hen");
        });
        await("1 of 1");
        assertEquals(List.of("1/0"), shown);
        assertTrue(search.lookingFor("hen"));
    }

    private void open(String... pages) throws Exception {
        UiContext context = new UiContext(
                client, new FakeFormats(), new Messages("en"), background, new Transfers(), new Preferences(data));
        var reading = client.open(client.flowing("Fable", "", List.of(pages)), OpenRequest.DEFAULT);
        search = new BookSearch(context, reading, new BookSearch.Listener() {
            @Override
            public void show(SearchHits.Hit hit, String query, int nth) {
                shown.add(hit.page() + "/" + nth);
            }

            @Override
            public void changed(BookSearch changed) {
                state = changed.describe();
            }

            @Override
            public void failed(ClientException failure) {
                state = failure.code();
            }

            @Override
            public void ended() {
                // Nothing is marked here.
            }
        });
    }

    private void step(int direction, String expected) throws Exception {
        EventQueue.invokeAndWait(() -> search.step(direction));
        assertEquals(expected, state());
    }

    private String state() throws Exception {
        List<String> now = new ArrayList<>();
        EventQueue.invokeAndWait(() -> now.add(state));
        return now.get(0);
    }

    private void await(String expected) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!state().equals(expected)) {
            assertTrue(System.nanoTime() < limit, () -> state);
            Thread.sleep(5);
        }
    }
}
