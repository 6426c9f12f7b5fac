package netreader.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import netreader.client.ClientException;
import netreader.client.Connectivity;
import netreader.client.OtherPlace;
import netreader.client.Place;
import netreader.client.ShelfBook;
import netreader.ui.book.BookTab;
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

/** The window from end to end, where there is a display. */
class MainWindowTest {
    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();
    private final FakeFormats formats = new FakeFormats();
    private final Background background = new Background();
    private ShelfBook painted;
    private ShelfBook text;

    @BeforeEach
    void needsADisplay() {
        assumeFalse(GraphicsEnvironment.isHeadless());
        painted = client.painted("Persuasion", "Jane Austen");
        text = client.flowing("论语", "", List.of("学而第一", "为政第二", "八佾第三"));
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void aBookIsOpenAtItsPlaceAfterARestart() throws Exception {
        MainWindow first = open();
        onEvents(() -> first.openBook(painted));
        await(() -> first.can(Command.NEXT_PAGE));
        onEvents(() -> first.run(Command.NEXT_PAGE));
        onEvents(() -> first.run(Command.NEXT_PAGE));
        await(() -> client.place(painted).equals(Optional.of(new Place(2, 3.0 / 32))));
        onEvents(first::close);
        assertTrue(client.open().isEmpty());

        MainWindow second = open();
        await(() -> client.open().contains(painted.id()));
        await(() -> second.can(Command.PREVIOUS_PAGE));
        assertEquals(2, client.place(painted).orElseThrow().anchor());
        onEvents(second::close);
    }

    @Test
    void aTextIsTurnedToItsEndAndNoFurther() throws Exception {
        MainWindow window = open();
        onEvents(() -> window.openBook(text));
        await(() -> window.can(Command.LAST_PAGE) && client.place(text).isPresent());
        onEvents(() -> window.run(Command.LAST_PAGE));
        await(() -> client.place(text).orElseThrow().fraction() == 1);
        assertFalse(call(() -> window.can(Command.NEXT_PAGE)));
        onEvents(() -> window.run(Command.CLOSE_TAB));
        await(() -> client.open().isEmpty());
        onEvents(window::close);
    }

    @Test
    void theTabsAreKeptWhileTheWindowIsOpen() throws Exception {
        MainWindow window = open();
        onEvents(() -> window.openBook(text));
        onEvents(() -> window.openBook(painted));
        String tabs = text.id() + " " + painted.id();
        await(() -> new Preferences(data).text("tabs", "").equals(tabs));
        await(() -> new Preferences(data).number("selectedTab", -1) == painted.id());
        onEvents(window::close);
    }

    @Test
    void closedTabsComeBackInTurnAlsoAfterARestart() throws Exception {
        MainWindow first = open();
        onEvents(() -> first.openBook(text));
        onEvents(() -> first.openBook(painted));
        onEvents(() -> first.run(Command.CLOSE_TAB));
        onEvents(() -> first.run(Command.CLOSE_TAB));
        onEvents(first::close);

        MainWindow second = open();
        onEvents(() -> second.run(Command.REOPEN_TAB));
        await(() -> client.open().contains(text.id()));
        onEvents(() -> second.run(Command.REOPEN_TAB));
        await(() -> client.open().contains(painted.id()));
        assertFalse(call(() -> second.can(Command.REOPEN_TAB)));
        onEvents(second::close);
    }

    @Test
    void oneGoesBackAfterAJumpAndForwardAgain() throws Exception {
        MainWindow window = open();
        onEvents(() -> window.openBook(painted));
        await(() -> window.can(Command.LAST_PAGE) && client.place(painted).isPresent());
        assertFalse(call(() -> window.can(Command.BACK)));
        onEvents(() -> window.run(Command.LAST_PAGE));
        await(() -> client.place(painted).orElseThrow().anchor() == 31);
        onEvents(() -> window.run(Command.BACK));
        await(() -> client.place(painted).orElseThrow().anchor() == 0);
        onEvents(() -> window.run(Command.FORWARD));
        await(() -> client.place(painted).orElseThrow().anchor() == 31);
        onEvents(window::close);
    }

    @Test
    void aBookmarkOnThePageIsTickedAndKept() throws Exception {
        MainWindow window = open();
        onEvents(() -> window.openBook(painted));
        await(() -> window.can(Command.BOOKMARK));
        onEvents(() -> window.run(Command.BOOKMARK));
        assertTrue(call(() -> window.chosen(Command.BOOKMARK)));
        assertEquals(1, client.bookmarks(painted).size());
        onEvents(() -> window.run(Command.BOOKMARK));
        assertFalse(call(() -> window.chosen(Command.BOOKMARK)));
        onEvents(window::close);
    }

    @Test
    void inAnotherLanguageTheWindowShowsWhatItShowed() throws Exception {
        ReaderWindow window = call(() -> {
            Theme.LIGHT.install();
            ReaderWindow made = new ReaderWindow();
            made.fill(context(), Program.alone("0.1.0", () -> {}));
            return made;
        });
        MainWindow english = call(() -> window.parts().orElseThrow());
        onEvents(() -> english.openBook(painted));
        await(() -> english.can(Command.NEXT_PAGE));
        onEvents(() -> english.run(Command.NEXT_PAGE));
        await(() -> client.place(painted).orElseThrow().anchor() == 1);
        onEvents(() -> english.run(Command.LANGUAGE_CHINESE));
        await(() -> window.parts().orElseThrow() != english);
        MainWindow chinese = call(() -> window.parts().orElseThrow());
        await(() -> chinese.can(Command.PREVIOUS_PAGE));
        assertTrue(call(() -> chinese.chosen(Command.LANGUAGE_CHINESE)));
        assertEquals(1, client.place(painted).orElseThrow().anchor());
        onEvents(window::close);
        assertTrue(client.open().isEmpty());
    }

    @Test
    void aBookOpensByItselfWhenTheServerIsBack() throws Exception {
        client.connectivity(Connectivity.State.WAITING, Optional.empty());
        client.fail(text, ClientException.UNREACHABLE);
        MainWindow window = open();
        onEvents(() -> window.openBook(text));
        client.heal(text);
        client.connectivity(Connectivity.State.CONNECTED, Optional.empty());
        await(() -> window.can(Command.NEXT_PAGE));
        onEvents(window::close);
    }

    /** Keys reach nobody in a window in which nobody has the focus. */
    @Test
    void besideBooksThatCannotBeReadTheKeysStillWork() throws Exception {
        MainWindow window = open();
        client.fail(text, "BAD_FILE");
        client.fail(painted, "BAD_FILE");
        for (ShelfBook book : List.of(text, painted)) {
            onEvents(() -> window.openBook(book));
            await(() -> focusOwner() instanceof JButton retry
                    && retry.isShowing()
                    && SwingUtilities.getAncestorOfClass(BookTab.class, retry) instanceof BookTab tab
                    && tab.book().equals(book));
        }
        onEvents(window::close);
    }

    private static Component focusOwner() {
        return Stream.of(Frame.getFrames())
                .filter(Frame::isShowing)
                .map(Frame::getMostRecentFocusOwner)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Test
    void aBookOpensByItselfWhenTheServerHasReadIt() throws Exception {
        client.fail(text, "PENDING");
        MainWindow window = open();
        onEvents(() -> window.openBook(text));
        client.heal(text);
        await(() -> window.can(Command.NEXT_PAGE));
        onEvents(window::close);
    }

    @Test
    void aBookThatIsMendedOnTheServerOpensByItself() throws Exception {
        client.fail(text, "QUARANTINED");
        MainWindow window = open();
        onEvents(() -> window.openBook(text));
        client.heal(text);
        client.painted("Another", ""); // so that the shelf is another one
        await(() -> window.can(Command.NEXT_PAGE));
        onEvents(window::close);
    }

    @Test
    void aCopyThatCameWhileItWasReadCanStillBeKept() throws Exception {
        client.copyIsHere(painted);
        MainWindow window = open();
        onEvents(() -> window.openBook(painted));
        assertTrue(call(() -> window.can(Command.DOWNLOAD)));
        onEvents(() -> window.run(Command.DOWNLOAD));
        await(() -> !window.can(Command.DOWNLOAD));
        onEvents(window::close);
    }

    @Test
    void escapeClosesAMenu() throws Exception {
        MainWindow window = open();
        JFrame frame = call(() -> Stream.of(Frame.getFrames())
                .filter(Frame::isVisible)
                .map(JFrame.class::cast)
                .findFirst()
                .orElseThrow());
        // In one event: a menu closes by itself when its window is moved or becomes active
        onEvents(() -> {
            MenuSelectionManager menus = MenuSelectionManager.defaultManager();
            frame.getJMenuBar().getMenu(0).doClick();
            assertTrue(menus.getSelectedPath().length > 0);
            frame.getRootPane()
                    .getActionForKeyStroke(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0))
                    .actionPerformed(new ActionEvent(frame, ActionEvent.ACTION_PERFORMED, ""));
            assertEquals(0, menus.getSelectedPath().length);
        });
        onEvents(window::close);
    }

    @Test
    void aBookStaysOpenWhileItsFormatIsAway() throws Exception {
        MainWindow window = open();
        onEvents(() -> window.openBook(painted));
        await(() -> window.can(Command.NEXT_PAGE));
        formats.install(false);
        onEvents(() -> {});
        formats.install(true);
        onEvents(() -> window.run(Command.NEXT_PAGE));
        await(() -> client.place(painted).orElseThrow().anchor() == 1);
        assertTrue(client.open().contains(painted.id()));
        onEvents(window::close);
    }

    @Test
    void aTextThatChangesIsReadOnAtTheNearestPlace() throws Exception {
        MainWindow window = open();
        ShelfBook sixPages = client.flowing("Six", "", List.of("1", "2", "3", "4", "5", "6"));
        onEvents(() -> window.openBook(sixPages));
        await(() -> window.can(Command.LAST_PAGE) && client.place(sixPages).isPresent());
        onEvents(() -> window.run(Command.LAST_PAGE));
        await(() -> client.place(sixPages).orElseThrow().fraction() == 1);
        client.change(sixPages, List.of("one", "two"));
        onEvents(() -> window.run(Command.PREVIOUS_PAGE));
        await(() -> client.place(sixPages).orElseThrow().equals(new Place(1000, 1)));
        assertTrue(call(() -> window.can(Command.PREVIOUS_PAGE)));
        onEvents(window::close);
    }

    @Test
    void anotherDevicesPlaceIsOfferedAndTheWayBack() throws Exception {
        client.remember(painted, new Place(11, 12.0 / 32));
        client.leftElsewhere(painted, new OtherPlace("书房电脑", new Place(20, 21.0 / 32), Optional.of(Instant.EPOCH)));
        MainWindow window = open();
        onEvents(() -> window.openBook(painted));
        await(() -> button("Continue there").isPresent());
        assertEquals(11, client.place(painted).orElseThrow().anchor(), "no page moves by itself");
        onEvents(() -> button("Continue there").orElseThrow().doClick());
        await(() -> client.place(painted).orElseThrow().anchor() == 20);
        onEvents(() -> button("Back to page 12").orElseThrow().doClick());
        await(() -> client.place(painted).orElseThrow().anchor() == 11);
        assertTrue(call(() -> button("Back to page 12").isEmpty()));
        onEvents(window::close);
    }

    @Test
    void anOfferGoesAwayWhenTheReaderReadsOn() throws Exception {
        client.leftElsewhere(painted, new OtherPlace("", new Place(20, 21.0 / 32), Optional.empty()));
        MainWindow window = open();
        onEvents(() -> window.openBook(painted));
        await(() -> button("Stay here").isPresent());
        for (int page = 1; page <= 3; page++) {
            int expected = page;
            assertTrue(call(() -> button("Stay here").isPresent()), "before page " + page);
            onEvents(() -> window.run(Command.NEXT_PAGE));
            await(() -> client.place(painted).orElseThrow().anchor() == expected);
        }
        await(() -> button("Stay here").isEmpty());
        onEvents(window::close);
    }

    /** A button that is on the screen. */
    private static Optional<JButton> button(String text) {
        return Stream.of(Frame.getFrames())
                .flatMap(MainWindowTest::all)
                .filter(component -> component.isShowing() && component instanceof JButton)
                .map(JButton.class::cast)
                .filter(button -> text.equals(button.getText()))
                .findFirst();
    }

    private static Stream<Component> all(Component component) {
        return component instanceof Container container
                ? Stream.concat(
                        Stream.of(component),
                        Stream.of(container.getComponents()).flatMap(MainWindowTest::all))
                : Stream.of(component);
    }

    private MainWindow open() throws Exception {
        return call(() -> {
            Theme.LIGHT.install();
            MainWindow window = new MainWindow(context(), "0.1.0", () -> {});
            window.show();
            return window;
        });
    }

    private UiContext context() {
        return new UiContext(client, formats, new Messages("en"), background, new Transfers(), new Preferences(data));
    }

    private static void onEvents(Runnable work) throws Exception {
        EventQueue.invokeAndWait(work);
    }

    private static <T> T call(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        EventQueue.invokeAndWait(task);
        return task.get();
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long limit = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!call(condition::getAsBoolean)) {
            assertTrue(System.nanoTime() < limit, "It did not happen within 15 s");
            Thread.sleep(20);
        }
    }
}
