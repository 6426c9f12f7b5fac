package netreader.it.window;

import static netreader.it.window.ReadingWindow.label;
import static netreader.it.window.ReadingWindow.page;
import static netreader.it.window.ReadingWindow.scrolled;
import static netreader.it.window.ReadingWindow.viewOfBook;
import static netreader.it.window.Screen.await;
import static netreader.it.window.Screen.focusOwner;
import static netreader.it.window.Screen.named;
import static netreader.it.window.Screen.press;
import static netreader.it.window.Screen.see;
import static netreader.it.window.Screen.type;
import static netreader.it.window.Screen.wheel;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.event.InputEvent;
import java.util.Optional;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys that move in a book, by key events in a real window over a real server with the sample library. */
class KeyTableIT extends WithReader {
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
            int below = see(ReadingWindow::scrolled);
            press(keys[1], keys[1]);
            await(keys[1] + " scrolls up", () -> scrolled() < below);
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

    @ParameterizedTest
    @ValueSource(strings = {PAINTED, TEXT})
    void aJumpIsTakenBackAndMadeAgain(String book) {
        window.openBook(book);
        press("ctrl G");
        await(
                "the page box has the focus",
                () -> focusOwner().equals(ReadingWindow.pageBox().map(Component.class::cast)));
        type("7");
        press("ENTER");
        window.awaitPage(7);
        window.awaitFocusOnBook();
        press("alt LEFT");
        window.awaitPage(1);
        press("alt RIGHT");
        window.awaitPage(7);
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

    private static int sideways() {
        return viewOfBook().orElseThrow().getHorizontalScrollBar().getValue();
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
