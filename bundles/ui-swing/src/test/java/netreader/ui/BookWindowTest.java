package netreader.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import netreader.client.ShelfBook;
import netreader.ui.command.Command;
import netreader.ui.demo.FakeClient;
import netreader.ui.demo.FakeFormats;
import netreader.ui.look.Theme;
import netreader.ui.text.Messages;
import netreader.ui.work.Background;
import netreader.ui.work.Preferences;
import netreader.ui.work.Transfers;
import netreader.ui.work.UiContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books in windows of their own, where there is a display. */
class BookWindowTest {
    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();
    private final Background background = new Background();
    private ShelfBook text;
    private MainWindow window;

    @BeforeEach
    void openABookInAWindowOfItsOwn() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless());
        text = client.flowing("论语", "", List.of("学而第一", "为政第二", "八佾第三"));
        window = call(() -> {
            Theme.LIGHT.install();
            MainWindow main = open();
            main.openBook(text);
            return main;
        });
        await(() -> window.can(Command.NEXT_PAGE));
        call(() -> {
            window.run(Command.OWN_WINDOW);
            return true;
        });
        await(() -> own().isPresent());
    }

    @AfterEach
    void close() throws Exception {
        if (window != null) {
            call(() -> {
                window.close();
                return true;
            });
            assertTrue(call(() -> own().isEmpty()));
        }
        background.close();
    }

    private MainWindow open() {
        UiContext context = new UiContext(
                client, new FakeFormats(), new Messages("en"), background, new Transfers(), new Preferences(data));
        MainWindow main = new MainWindow(context, "0.1.0", () -> {});
        main.show();
        return main;
    }

    private static Optional<Frame> own() {
        return Stream.of(Frame.getFrames())
                .filter(frame -> frame.isVisible() && frame.getTitle().equals("论语"))
                .findFirst();
    }

    @Test
    void theBookIsReadOnThere() throws Exception {
        assertTrue(client.open().contains(text.id()));
        call(() -> {
            window.run(Command.NEXT_PAGE);
            return true;
        });
        await(() -> client.place(text).orElseThrow().anchor() == 1000);
    }

    @Test
    void closingTheWindowClosesTheBook() throws Exception {
        call(() -> {
            own().ifPresent(frame -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING)));
            return true;
        });
        await(() -> client.open().isEmpty() && own().isEmpty());
        assertTrue(call(() -> window.can(Command.REOPEN_TAB)));
    }

    @Test
    void theBookComesBackAmongTheTabs() throws Exception {
        call(() -> {
            window.run(Command.OWN_WINDOW);
            return true;
        });
        assertTrue(call(() -> own().isEmpty()));
        assertTrue(client.open().contains(text.id()));
        assertTrue(call(() -> window.can(Command.NEXT_PAGE)));
    }

    /** And in another language, which fills the window anew. */
    @Test
    void afterARestartTheBookHasItsWindowAgain() throws Exception {
        call(() -> {
            window.close();
            return true;
        });
        assertTrue(call(() -> own().isEmpty()));
        window = call(this::open);
        await(() -> own().isPresent() && client.open().contains(text.id()));
    }

    @Test
    void openingTheBookAgainShowsItsWindow() throws Exception {
        call(() -> {
            window.openBook(text);
            return true;
        });
        assertEquals(1, client.open().size());
        assertFalse(call(() -> own().isEmpty()));
    }

    private static <T> T call(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        EventQueue.invokeAndWait(task);
        return task.get();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!call(condition)) {
            assertTrue(System.nanoTime() < limit, "It did not happen within 30 s");
            Thread.sleep(20);
        }
    }
}
