package netreader.it.window;

import static netreader.it.window.ReadingWindow.label;
import static netreader.it.window.ReadingWindow.page;
import static netreader.it.window.ReadingWindow.pane;
import static netreader.it.window.ReadingWindow.tab;
import static netreader.it.window.Screen.act;
import static netreader.it.window.Screen.all;
import static netreader.it.window.Screen.await;
import static netreader.it.window.Screen.focusOwner;
import static netreader.it.window.Screen.named;
import static netreader.it.window.Screen.press;
import static netreader.it.window.Screen.see;
import static netreader.it.window.Screen.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Component;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JTextField;
import netreader.it.Installation;
import org.junit.jupiter.api.Test;

/** The keys of the window and of the shelf, by key events in a real window over a real server with the sample library. */
class WindowKeysIT extends WithReader {
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
    void aFileOfThisComputerIsOpened() throws Exception {
        Path file;
        try (Stream<Path> books = Files.walk(Installation.sampleLibrary())) {
            file = books.filter(book -> book.getFileName().toString().startsWith(PAINTED))
                    .findFirst()
                    .orElseThrow();
        }
        press("ctrl O");
        await("a dialog asks which", () -> all(JDialog.class).anyMatch(JDialog::isFocused));
        press("ESCAPE");
        await("the dialog is closed", () -> all(JDialog.class).findAny().isEmpty());
        window.takeFocus();
        press("ctrl O");
        await("a dialog asks which", () -> all(JDialog.class).anyMatch(JDialog::isFocused));
        act(() -> all(JFileChooser.class).findFirst().orElseThrow().setSelectedFiles(new File[] {file.toFile()}));
        act(() -> all(JFileChooser.class).findFirst().orElseThrow().approveSelection());
        await("the book is open", () -> tab() == 1 && page().isPresent());
        window.awaitFocusOnBook();
        press("PAGE_DOWN");
        window.awaitPage(2);
    }

    private void closeDialog() {
        await("a dialog is open", () -> all(JDialog.class).anyMatch(JDialog::isFocused));
        press("ESCAPE");
        await("the dialog is closed", () -> all(JDialog.class).findAny().isEmpty());
        window.takeFocus();
    }
}
