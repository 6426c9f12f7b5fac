package netreader.it.window;

import static netreader.it.window.ReadingWindow.page;
import static netreader.it.window.Screen.await;
import static netreader.it.window.Screen.press;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.accessibility.AccessibleContext;
import netreader.it.Installation;
import netreader.it.Server;
import netreader.it.TestFormat;
import netreader.ui.guard.EventThreadGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A page that takes longer to paint than anybody waits does not hold the window up. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SlowPageIT {
    /** Longer than the test. */
    private static final int SECONDS = 600;

    private static final String BOOK = "heavy";

    @TempDir
    private Path folder;

    @Test
    void theWindowDoesEverythingElseWhileAPageIsPainted() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless());
        Installation installation = withSlowFormat();
        Path library = Files.createDirectories(folder.resolve("library"));
        Files.writeString(library.resolve(BOOK + ".lines"), "one\nslow\nthree\nfour\nfive\nsix\n");
        EventThreadGuard guard = EventThreadGuard.install();
        try (Server server = Server.start(installation, library, folder.resolve("server"));
                ReadingWindow window =
                        ReadingWindow.open(installation, folder.resolve("reader"), server.address(), Map.of())) {
            window.openBook(BOOK);
            await("the first page is painted", SlowPageIT::painted);
            press("C", "F", "PAGE_DOWN");
            window.awaitPage(2);
            await("a page without its picture", () -> !painted());
            press("F9", "ctrl EQUALS", "ctrl B", "R", "shift R", "alt HOME");
            await("the shelf is there", () -> ReadingWindow.tab() == 0);
            press("ctrl TAB");
            await("the book is there", () -> page().equals(Optional.of(2)));
            window.awaitFocusOnBook();
            await("the page is still without its picture", () -> !painted());
            press("PAGE_DOWN");
            window.awaitPage(3);
            await("the next page is painted", SlowPageIT::painted);
            press("PAGE_UP");
            window.awaitPage(2);
            press("ctrl W");
            await("the tab is closed", () -> ReadingWindow.pane().getTabCount() == 1);
        }
        guard.verify();
    }

    /** The window gives up a page that was left ten seconds ago. */
    @Test
    void aPageThatDoesNotComeToAnEndIsGivenUpAndTheTabSaysSo() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless());
        Installation installation = withSlowFormat();
        Path library = Files.createDirectories(folder.resolve("library"));
        Path stall = Files.createFile(folder.resolve("stall"));
        Files.writeString(library.resolve(BOOK + ".lines"), "one\n" + stall + "\nthree\n");
        Files.writeString(library.resolve("text.txt"), "A line of text\n".repeat(2000));
        EventThreadGuard guard = EventThreadGuard.install();
        try (Server server = Server.start(installation, library, folder.resolve("server"));
                ReadingWindow window =
                        ReadingWindow.open(installation, folder.resolve("reader"), server.address(), Map.of())) {
            window.openBook(BOOK);
            await("the first page is painted", SlowPageIT::painted);
            press("C", "F", "PAGE_DOWN");
            window.awaitPage(2);
            press("PAGE_DOWN");
            window.awaitPage(3);
            window.openBook("text");
            press("PAGE_DOWN");
            window.awaitPage(2);
            press("ctrl shift TAB");
            await("the book is there", () -> page().equals(Optional.of(3)));
            await("the next page is painted", SlowPageIT::painted);
            press("PAGE_UP");
            window.awaitPage(2);
            await("the tab says so", () -> said("This page needs more memory or time than it may take."));
            press("PAGE_UP");
            window.awaitPage(1);
            await("the first page is painted", SlowPageIT::painted);
            press("ctrl W");
            await("the tab is closed", () -> ReadingWindow.pane().getTabCount() == 2);
        } finally {
            Files.delete(stall);
        }
        guard.verify();
    }

    private Installation withSlowFormat() throws Exception {
        Installation installation = Installation.copyTo(folder.resolve("installation"));
        Path jar = TestFormat.painted(folder, SECONDS);
        Files.copy(jar, installation.bundles().resolve(jar.getFileName()));
        return installation;
    }

    /** Whether that stands in place of the page. Event thread. */
    private static boolean said(String sentence) {
        return ReadingWindow.viewOfBook()
                .map(pages -> pages.getViewport().getView().getAccessibleContext())
                .map(AccessibleContext::getAccessibleDescription)
                .filter(description -> description.startsWith(sentence))
                .isPresent();
    }

    /** The pages of the format are dark. Event thread. */
    private static boolean painted() {
        return ReadingWindow.lightness() < 0.4;
    }
}
