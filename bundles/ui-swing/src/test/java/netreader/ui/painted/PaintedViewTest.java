package netreader.ui.painted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.swing.JScrollPane;
import netreader.client.ClientException;
import netreader.client.OpenRequest;
import netreader.client.PagePicture.Quality;
import netreader.client.PaintedReading;
import netreader.ui.book.BookView;
import netreader.ui.demo.DrawnPictures;
import netreader.ui.demo.FakeClient;
import netreader.ui.demo.FakeFormats;
import netreader.ui.text.Messages;
import netreader.ui.work.Background;
import netreader.ui.work.Preferences;
import netreader.ui.work.Transfers;
import netreader.ui.work.UiContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaintedViewTest {
    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();
    private final Background background = new Background();
    private final List<String> told = new ArrayList<>();
    private DrawnPictures pictures;
    private PaintedView view;

    @BeforeEach
    void open() throws Exception {
        PaintedReading reading = (PaintedReading) client.open(client.painted("Persuasion", ""), OpenRequest.DEFAULT);
        pictures = (DrawnPictures) reading.pictures();
        UiContext context = new UiContext(
                client, new FakeFormats(), new Messages("en"), background, new Transfers(), new Preferences(data));
        onEvents(() -> {
            context.preferences().put("continuous", false);
            view = new PaintedView(context, reading, Optional.empty(), new Told());
            view.content().setSize(600, 400);
            view.retry();
            layOut();
            return view;
        });
    }

    @AfterEach
    void close() throws Exception {
        onEvents(() -> {
            view.close();
            return view;
        });
        background.close();
    }

    @Test
    void aPageThatIsThereIsOnTheScreenWithinTheSameEvent() throws Exception {
        int changed = onEvents(() -> {
            BufferedImage before = screen();
            view.goToPage(7); // which lies on its side
            return difference(before, screen());
        });
        assertTrue(changed > 0);
    }

    @Test
    void aPreviewIsStretchedToTheSizeOfThePageAndTheSharpOneReplacesIt() throws Exception {
        pictures.onDemand();
        BufferedImage first = onEvents(this::screen);
        onEvents(() -> {
            view.goToPage(3);
            return view;
        });
        assertEquals(0, difference(first, onEvents(this::screen)), "the old page stays");

        pictures.come(3, Quality.PREVIEW);
        int height = onEvents(this::contentHeight);
        BufferedImage preview = onEvents(this::screen);
        assertTrue(difference(first, preview) > 0);

        pictures.come(3, Quality.FULL);
        assertTrue(difference(preview, onEvents(this::screen)) > 0);
        assertEquals(height, onEvents(this::contentHeight));
    }

    @Test
    void aPageThatCannotBePaintedSaysSoOnItsSheetAndTheReaderCanTurnPastIt() throws Exception {
        pictures.onDemand();
        BufferedImage first = onEvents(this::screen);
        onEvents(() -> {
            view.goToPage(3);
            return view;
        });
        pictures.fail(3, "DAMAGED");
        BufferedImage sentence = onEvents(this::screen);
        assertTrue(difference(first, sentence) > 0);
        assertFalse(told.contains("failed DAMAGED"), "it is said once");
        assertEquals(3, view.page());
        onEvents(() -> {
            view.goToPage(4);
            return view;
        });
        pictures.come(4, Quality.FULL);
        assertTrue(difference(sentence, onEvents(this::screen)) > 0);
    }

    @Test
    void whileTheFormatIsAwayTheReaderStaysOnThePageThatIsSeen() throws Exception {
        pictures.onDemand();
        onEvents(() -> {
            view.goToPage(3);
            return view;
        });
        pictures.fail(3, ClientException.FORMAT_UNAVAILABLE);
        assertEquals(0, onEvents(view::page));
        assertTrue(told.contains("failed FORMAT_UNAVAILABLE"));
        onEvents(() -> {
            view.retry();
            return view;
        });
        assertEquals(3, view.page());
    }

    @Test
    void aFailureIsNotOverWhenTheOldPageIsPaintedInAnotherSize() throws Exception {
        pictures.onDemand();
        onEvents(() -> {
            view.goToPage(3);
            return view;
        });
        pictures.fail(3, ClientException.DISK_FULL);
        onEvents(() -> told.removeAll(List.of("recovered")));
        pictures.come(0, Quality.FULL); // the banner has made the view smaller
        assertFalse(onEvents(() -> told.contains("recovered")));

        onEvents(() -> {
            view.retry();
            return view;
        });
        pictures.come(3, Quality.FULL);
        assertTrue(onEvents(() -> told.contains("recovered")));
    }

    @Test
    void aPageThatTakesItsTimeShowsThatSomethingIsGoingOn() throws Exception {
        pictures.onDemand();
        BufferedImage first = onEvents(this::screen);
        onEvents(() -> {
            view.goToPage(3);
            return view;
        });
        awaitOtherThan(first);
        awaitOtherThan(onEvents(this::screen));
        awaitOtherThan(onEvents(this::screen));
        pictures.come(3, Quality.FULL);
        BufferedImage page = onEvents(this::screen);
        assertEquals(0, difference(page, onEvents(this::screen)));
    }

    private void awaitOtherThan(BufferedImage before) throws Exception {
        long limit = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (difference(before, onEvents(this::screen)) == 0) {
            assertTrue(System.nanoTime() < limit, "It did not change within 15 s");
            Thread.sleep(20);
        }
    }

    @Test
    void aPageThatIsNotWholeSaysSo() throws Exception {
        pictures.onDemand();
        pictures.come(0, Quality.FULL);
        BufferedImage whole = onEvents(this::screen);
        pictures.come(0, Quality.PARTIAL);
        assertTrue(difference(whole, onEvents(this::screen)) > 0);
    }

    private BufferedImage screen() {
        layOut();
        BufferedImage screen = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        view.content().paint(screen.getGraphics());
        return screen;
    }

    private int contentHeight() {
        return ((JScrollPane) view.content()).getViewport().getView().getPreferredSize().height;
    }

    private void layOut() {
        view.content().doLayout();
        ((JScrollPane) view.content()).getViewport().doLayout();
    }

    private static int difference(BufferedImage one, BufferedImage other) {
        int different = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                different += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return different;
    }

    private static <T> T onEvents(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        EventQueue.invokeAndWait(task);
        return task.get();
    }

    private final class Told implements BookView.Host {
        @Override
        public void turned(int page, int pages, long anchor) {
            told.add("turned " + page);
        }

        @Override
        public void failed(ClientException failure) {
            told.add("failed " + failure.code());
        }

        @Override
        public void recovered() {
            told.add("recovered");
        }

        @Override
        public void reread() {
            told.add("reread");
        }
    }
}
