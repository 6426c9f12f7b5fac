package netreader.it.window;

import static netreader.it.window.ReadingWindow.label;
import static netreader.it.window.ReadingWindow.page;
import static netreader.it.window.ReadingWindow.pane;
import static netreader.it.window.ReadingWindow.scrolled;
import static netreader.it.window.ReadingWindow.tab;
import static netreader.it.window.ReadingWindow.viewOfBook;
import static netreader.it.window.Screen.all;
import static netreader.it.window.Screen.await;
import static netreader.it.window.Screen.focusOwner;
import static netreader.it.window.Screen.named;
import static netreader.it.window.Screen.press;
import static netreader.it.window.Screen.see;
import static netreader.it.window.Screen.type;
import static netreader.it.window.Screen.wheel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.event.InputEvent;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import netreader.it.Installation;
import netreader.it.Server;
import netreader.ui.guard.EventThreadGuard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the table of keys, by key events in a real window over a real server with the sample library. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KeyTableIT {
    private static final String PAINTED = "Persuasion";
    private static final String TEXT = "The Adventures of Tom Sawyer";

    @TempDir
    static Path serverData;

    @TempDir
    private Path data;

    private static Server server;
    private ReadingWindow window;
    private EventThreadGuard guard;

    @BeforeAll
    static void serve() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless());
        server = Server.start(Installation.built(), Installation.sampleLibrary(), serverData);
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        guard = EventThreadGuard.install();
        window = ReadingWindow.open(data, server.address());
    }

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
            guard.verify();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PAINTED, TEXT})
    void pagesAreTurned(String book) {
        window.openBook(book);
        int at = 1;
        for (String key : new String[] {"PAGE_DOWN", "N", "RIGHT"}) {
            press(key);
            window.awaitPage(++at);
        }
        for (String key : new String[] {"PAGE_UP", "P", "LEFT"}) {
            press(key);
            window.awaitPage(--at);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PAINTED, TEXT})
    void theFirstAndTheLastPageAreReached(String book) {
        window.openBook(book);
        int pages = Integer.parseInt(see(() -> label("/ \\d+")).orElseThrow().substring(2));
        for (String last : new String[] {"END", "ctrl END"}) {
            press(last);
            window.awaitPage(pages);
            press(last.replace("END", "HOME"));
            window.awaitPage(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PAINTED, TEXT})
    void spaceGoesThroughTheBookScreenByScreenAndBack(String book) {
        window.openBook(book);
        for (int presses = 0; see(() -> page().orElseThrow()) < 3; presses++) {
            assertTrue(presses < 40, "It does not get on");
            String before = place();
            press("SPACE");
            await("a screen further than " + before, () -> !place().equals(before));
        }
        for (int presses = 0; !see(KeyTableIT::atTheBeginning); presses++) {
            assertTrue(presses < 40, "It does not get back");
            String before = place();
            press("shift SPACE");
            await("a screen back from " + before, () -> !place().equals(before));
        }
    }

    @Test
    void linesAreScrolledByKeysAndByTheWheel() {
        window.openBook(PAINTED);
        press("W"); // wider than the window is high
        await(
                "there is something to scroll",
                () -> viewOfBook()
                        .filter(view -> view.getVerticalScrollBar().getMaximum()
                                > view.getVerticalScrollBar().getVisibleAmount())
                        .isPresent());
        for (String[] keys : new String[][] {{"DOWN", "UP"}, {"J", "K"}}) {
            int before = see(ReadingWindow::scrolled);
            press(keys[0], keys[0]);
            await(keys[0] + " scrolls down", () -> scrolled() > before);
            press(keys[1], keys[1]);
            await(keys[1] + " scrolls up", () -> scrolled() == before);
        }
        wheel(see(() -> viewOfBook().orElseThrow().getViewport().getView()), 0, 2);
        await("the wheel scrolls down", () -> scrolled() > 0);
    }

    @Test
    void theWheelScrollsSidewaysWithShift() {
        window.openBook(PAINTED);
        for (int presses = 0; !see(KeyTableIT::isWiderThanTheWindow); presses++) {
            assertTrue(presses < 30, "There is nothing to scroll sideways");
            press("ctrl EQUALS");
        }
        int before = see(KeyTableIT::sideways);
        wheel(see(() -> viewOfBook().orElseThrow().getViewport().getView()), InputEvent.SHIFT_DOWN_MASK, 2);
        await("the page moves sideways", () -> sideways() > before);
        int page = see(() -> page().orElseThrow());
        press("LEFT");
        await("an arrow moves it back", () -> sideways() < before + 1000 && page().equals(Optional.of(page)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctrl G", "ctrl L"})
    void aPageIsGoneToByItsNumber(String key) {
        window.openBook(PAINTED);
        press(key);
        await(
                "the page box has the focus",
                () -> focusOwner().equals(ReadingWindow.pageBox().map(Component.class::cast)));
        window.awaitLabel("\\(1~\\d+\\)");
        type("7");
        press("ENTER");
        window.awaitPage(7);
        window.awaitFocusOnBook();
        press(key);
        type("70000");
        press("ENTER", "ESCAPE");
        window.awaitFocusOnBook();
        window.awaitPage(7);
        press(key);
        type("9");
        press("ESCAPE");
        window.awaitFocusOnBook();
        window.awaitPage(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {PAINTED, TEXT})
    void wordsAreFound(String book) {
        window.openBook(book);
        press("SLASH");
        await("a field asks for words", KeyTableIT::asksForWords);
        press("ESCAPE");
        window.awaitFocusOnBook();
        press("ctrl F");
        await("a field asks for words", KeyTableIT::asksForWords);
        type("morning");
        window.awaitLabel("1 of [\\d,]+");
        press("F3");
        window.awaitLabel("2 of [\\d,]+");
        press("shift F3");
        window.awaitLabel("1 of [\\d,]+");
        press("ESCAPE");
        await("nobody asks for words", () -> !asksForWords());
        window.awaitFocusOnBook();
    }

    @Test
    void zoomIsChanged() {
        window.openBook(PAINTED);
        press("ctrl 0");
        window.awaitLabel("100 %");
        for (String key : new String[] {"ctrl EQUALS", "ctrl PLUS", "ctrl shift EQUALS", "ctrl ADD"}) {
            int before = zoom();
            press(key);
            await(key + " enlarges", () -> zoomNow() > before);
        }
        for (String key : new String[] {"ctrl MINUS", "ctrl SUBTRACT"}) {
            int before = zoom();
            press(key);
            await(key + " makes smaller", () -> zoomNow() < before);
        }
        int before = zoom();
        wheel(see(() -> viewOfBook().orElseThrow().getViewport().getView()), InputEvent.CTRL_DOWN_MASK, -1);
        await("the wheel enlarges with Ctrl", () -> zoomNow() > before);
        press("ctrl NUMPAD0");
        window.awaitLabel("100 %");
        press("F");
        await(
                "the page fits",
                () -> zoomNow() != 100
                        && viewOfBook()
                                .filter(view -> !view.getHorizontalScrollBar().isVisible())
                                .isPresent());
        int whole = zoom();
        press("W");
        await("the width fits", () -> zoomNow() > whole);
    }

    @Test
    void theWindowFillsTheScreenUntilEscape() {
        int width = see(() -> Screen.frame().orElseThrow().getWidth());
        for (String leave : new String[] {"ESCAPE", "F11"}) {
            press("F11");
            await(
                    "the window fills the screen",
                    () -> Screen.frame().orElseThrow().getWidth()
                            == Screen.frame().orElseThrow().getToolkit().getScreenSize().width);
            window.takeFocus();
            press(leave);
            await("the window is as before", () -> Screen.frame().orElseThrow().getWidth() == width);
            window.takeFocus();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PAINTED, TEXT})
    void theSidePanelComesAndGoes(String book) {
        window.openBook(book);
        press("F9");
        await("the contents are shown", KeyTableIT::contentsAreShown);
        press("F9");
        await("the contents are gone", () -> !contentsAreShown());
    }

    @Test
    void informationIsShownOfTheBookOnTheShelfAndOfTheOneThatIsOpen() {
        window.select(PAINTED);
        press("alt ENTER");
        closeDialog();
        window.openBook(TEXT);
        press("alt ENTER");
        closeDialog();
    }

    @Test
    void theKeysAreListed() {
        press("F1");
        await("the list names a key", () -> label("Page Down.*").isPresent());
        closeDialog();
    }

    @Test
    void tabsAreSwitchedClosedAndReopened() {
        window.openBook(PAINTED);
        window.openBook(TEXT);
        assertEquals(2, see(ReadingWindow::tab));
        press("ctrl TAB");
        await("the tabs go round to the shelf", () -> tab() == 0);
        press("ctrl shift TAB");
        await("and back", () -> tab() == 2);
        window.awaitFocusOnBook();
        press("ctrl W");
        await("the tab is closed", () -> pane().getTabCount() == 2);
        await("somebody has the focus", () -> focusOwner().isPresent());
        press("ctrl shift T");
        await("the tab is back", () -> pane().getTabCount() == 3 && tab() == 2 && page().isPresent());
    }

    @Test
    void quitEndsTheReader() throws Exception {
        press("ctrl Q");
        window.awaitStop();
        await("no window is left", () -> Screen.windows().isEmpty());
    }

    @Test
    void singleKeysTypeLettersWhereThereIsATextField() {
        window.openBook(PAINTED);
        press("ctrl F");
        await("a field asks for words", KeyTableIT::asksForWords);
        type("npjkfwcdr/");
        await(
                "all letters are in the field",
                () -> ((JTextField) focusOwner().orElseThrow()).getText().equals("npjkfwcdr/"));
        window.awaitPage(1);
    }

    /** On the shelf it is the filter that is asked. */
    @Test
    void theShelfIsFiltered() {
        window.awaitBooks(8);
        press("ctrl F");
        await(
                "the filter has the focus",
                () -> focusOwner()
                        .equals(named(JTextField.class, "Filter by title, author or file")
                                .map(Component.class::cast)));
        type("austen");
        window.awaitBooks(2);
        press("ESCAPE");
        window.awaitBooks(8);
    }

    private void closeDialog() {
        await("a dialog is open", () -> all(JDialog.class).anyMatch(JDialog::isFocused));
        press("ESCAPE");
        await("the dialog is closed", () -> all(JDialog.class).findAny().isEmpty());
        window.takeFocus();
    }

    private static boolean asksForWords() {
        return focusOwner().equals(named(JTextField.class, "Find in the book").map(Component.class::cast));
    }

    private static boolean isWiderThanTheWindow() {
        return viewOfBook()
                .map(JScrollPane::getHorizontalScrollBar)
                .filter(bar -> bar.getMaximum() > bar.getVisibleAmount() + 200)
                .isPresent();
    }

    private static boolean contentsAreShown() {
        return all(JComponent.class)
                .anyMatch(part -> !(part instanceof AbstractButton)
                        && "Contents".equals(part.getAccessibleContext().getAccessibleName()));
    }

    private static int sideways() {
        return viewOfBook().orElseThrow().getHorizontalScrollBar().getValue();
    }

    private static int zoom() {
        return see(KeyTableIT::zoomNow);
    }

    private static int zoomNow() {
        return label("\\d+ %")
                .map(text -> Integer.valueOf(text.replace(" %", "")))
                .orElse(0);
    }

    private static boolean atTheBeginning() {
        return page().equals(Optional.of(1)) && scrolled() == 0;
    }

    /** Page and scrolling together. */
    private static String placeNow() {
        return page().map(String::valueOf).orElse("?") + "+" + scrolled();
    }

    private static String place() {
        return EventQueue.isDispatchThread() ? placeNow() : see(KeyTableIT::placeNow);
    }
}
