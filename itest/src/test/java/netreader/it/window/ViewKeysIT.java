package netreader.it.window;

import static netreader.it.window.ReadingWindow.chosen;
import static netreader.it.window.ReadingWindow.label;
import static netreader.it.window.ReadingWindow.viewOfBook;
import static netreader.it.window.Screen.all;
import static netreader.it.window.Screen.await;
import static netreader.it.window.Screen.focusOwner;
import static netreader.it.window.Screen.named;
import static netreader.it.window.Screen.press;
import static netreader.it.window.Screen.says;
import static netreader.it.window.Screen.see;
import static netreader.it.window.Screen.type;
import static netreader.it.window.Screen.wheel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.image.Raster;
import javax.swing.JDialog;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys that change how a book is seen, by key events in a real window over a real server with the sample library. */
class ViewKeysIT extends WithReader {
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

    @ParameterizedTest
    @ValueSource(strings = {PAINTED, TEXT})
    void theSidePanelComesAndGoes(String book) {
        window.openBook(book);
        press("F9");
        await("the contents are shown", ViewKeysIT::contentsAreShown);
        press("F9");
        await("the contents are gone", () -> !contentsAreShown());
    }

    @Test
    void pagesStandAloneOrBelowEachOther() {
        window.openBook(PAINTED);
        press("F");
        for (int i = 0; i < 2; i++) {
            boolean before = see(() -> chosen("CONTINUOUS"));
            press("C");
            await("the menu has it the other way", () -> chosen("CONTINUOUS") != before);
            await("there is room for all pages or for one", () -> screens() > 3 == !before);
        }
    }

    @Test
    void twoPagesFaceEachOther() {
        window.openBook(PAINTED);
        int alone = fit("W");
        press("D");
        await("two are smaller than one", () -> zoomNow() < alone * 3 / 4);
        press("D");
        await("one is as large as before", () -> zoomNow() >= alone);
    }

    @Test
    void pagesAreTurnedOnTheirSides() {
        window.openBook(PAINTED);
        press("C", "F", "PAGE_DOWN", "PAGE_DOWN");
        window.awaitPage(3);
        for (String key : new String[] {"R", "shift R", "shift R", "R"}) {
            boolean lay = see(ViewKeysIT::lies);
            press(key);
            await(key + " turns the page", () -> lies() != lay);
        }
    }

    @Test
    void nightMakesPaperDark() {
        window.openBook(PAINTED);
        press("PAGE_DOWN", "PAGE_DOWN"); // the cover is dark by itself
        window.awaitPage(3);
        await("the paper is white", () -> ReadingWindow.lightness() > 0.7);
        press("ctrl I");
        await("the paper is dark", () -> ReadingWindow.lightness() < 0.3);
        press("ctrl I");
        await("the paper is white", () -> ReadingWindow.lightness() > 0.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctrl B", "ctrl D"})
    void aPageIsBookmarked(String key) {
        for (String book : new String[] {PAINTED, TEXT}) {
            window.openBook(book);
            press(key);
            await("the page has a bookmark", () -> chosen("BOOKMARK"));
            press("PAGE_DOWN");
            window.awaitPage(2);
            await("the next one has none", () -> !chosen("BOOKMARK"));
            press("PAGE_UP");
            window.awaitPage(1);
            await("the first has it", () -> chosen("BOOKMARK"));
            press(key);
            await("it is gone", () -> !chosen("BOOKMARK"));
        }
    }

    @Test
    void printingAsksOrSaysThatThereIsNoPrinter() {
        window.openBook(PAINTED);
        press("ctrl P");
        await(
                "a dialog, or a sentence",
                () -> says("There is no printer.*") || all(JDialog.class).anyMatch(JDialog::isFocused));
        if (see(() -> all(JDialog.class).findAny().isPresent())) {
            press("ESCAPE");
            await("the dialog is closed", () -> all(JDialog.class).findAny().isEmpty());
        }
    }

    @Test
    void singleKeysTypeLettersWhereThereIsATextField() {
        window.openBook(PAINTED);
        boolean continuous = see(() -> chosen("CONTINUOUS"));
        fit("W");
        press("ctrl F");
        await(
                "a field asks for words",
                () -> focusOwner()
                        .equals(named(JTextField.class, "Find in the book").map(Component.class::cast)));
        type("npjkwcdr/ Rf");
        await(
                "all letters are in the field",
                () -> ((JTextField) focusOwner().orElseThrow()).getText().equals("npjkwcdr/ Rf"));
        window.awaitPage(1);
        assertEquals(continuous, see(() -> chosen("CONTINUOUS")));
        assertTrue(zoom() > 100, "F would have made it smaller");
    }

    /** What the zoom is when the page or its width fits, as the key says; it changes when the page's size becomes known. */
    private static int fit(String key) {
        press("ctrl 0");
        await("the size is the page's own", () -> zoomNow() == 100);
        press(key);
        await("the page fits", () -> zoomNow() != 100);
        return zoom();
    }

    private static int zoom() {
        return see(ViewKeysIT::zoomNow);
    }

    private static int zoomNow() {
        return label("\\d+ %")
                .map(text -> Integer.valueOf(text.replace(" %", "")))
                .orElse(0);
    }

    private static boolean contentsAreShown() {
        return all(JList.class)
                .anyMatch(list -> "Contents".equals(list.getAccessibleContext().getAccessibleName()));
    }

    /** How many screens high all that can be scrolled to is. Event thread. */
    private static int screens() {
        return viewOfBook()
                .map(JScrollPane::getVerticalScrollBar)
                .map(bar -> bar.getMaximum() / bar.getVisibleAmount())
                .orElse(0);
    }

    /** Whether the white page that is seen is wider than high. Event thread. */
    private static boolean lies() {
        Raster seen = ReadingWindow.picture().getRaster();
        Rectangle paper = new Rectangle(-1, -1);
        for (int y = 0; y < seen.getHeight(); y++) {
            for (int x = 0; x < seen.getWidth(); x++) {
                if (seen.getSample(x, y, 0) > 252) {
                    paper.add(x, y);
                }
            }
        }
        return paper.width > paper.height;
    }
}
