package netreader.it.window;

import static netreader.it.window.Screen.await;
import static netreader.it.window.Screen.press;
import static netreader.it.window.Screen.says;
import static netreader.it.window.Screen.see;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JRadioButtonMenuItem;
import netreader.it.FormatJars;
import netreader.it.Installation;
import netreader.it.SampleBooks;
import netreader.it.Server;
import netreader.ui.guard.EventThreadGuard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Books of formats that are dropped in, in a window: while their format is missing, when it comes, and as they are read. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DroppedFormatsWindowIT {
    private static final String MANGA = "A Manga";
    private static final String NOVEL = "A Novel";
    private static final String AWAY = "The part of NetReader that reads this kind of book is not installed.*";

    @TempDir
    private Path folder;

    private Installation ofServer;
    private Installation ofReader;
    private Server server;
    private ReadingWindow window;
    private EventThreadGuard guard;
    private Path comic;

    @BeforeEach
    void serve() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless());
        guard = EventThreadGuard.install();
        ofServer = Installation.copyTo(folder.resolve("installation of the server"));
        ofReader = Installation.copyTo(folder.resolve("installation of the reader"));
        Path library = Files.createDirectory(folder.resolve("library"));
        comic = SampleBooks.comic(library.resolve("manga.cbz"), MANGA, 12, true);
        SampleBooks.epub(library.resolve("novel.epub"), NOVEL, 3, 40);
        drop(ofServer, "comic");
        drop(ofServer, "epub");
        server = Server.start(ofServer, library, folder.resolve("server"));
    }

    @AfterEach
    void close() throws Exception {
        if (window != null) {
            window.close();
            guard.verify();
        }
        if (server != null) {
            server.close();
        }
    }

    private void openWindow() throws IOException {
        window = ReadingWindow.open(ofReader, folder.resolve("reader"), server.address(), Map.of());
    }

    private static Path drop(Installation installation, String format) throws IOException {
        Path jar = FormatJars.extra(installation, format);
        Path dropped = installation.bundles().resolve(jar.getFileName());
        FormatJars.copyInto(jar, dropped);
        return dropped;
    }

    @Test
    void aBookWhoseFormatIsMissingHereSaysWhatToDoIsDownloadedAndOpensWhenTheJarIsThere() throws Exception {
        openWindow();
        press("alt HOME");
        window.select(MANGA);
        press("ENTER");
        await(
                "the tab names the jar and the folder",
                () -> says(
                        "This book needs the format CBZ, .* Put format-comic-.*\\.jar into .*bundles, and the book opens by itself\\."));
        Screen.act(() -> Screen.all(AbstractButton.class)
                .filter(button -> ReadingWindow.words().get("command.DOWNLOAD").equals(button.getText()))
                .findFirst()
                .orElseThrow()
                .doClick());
        await("the book is on this computer", () -> isHere(Files.readAllBytes(comic)));
        drop(ofReader, "comic");
        await("the book is open", () -> ReadingWindow.page().isPresent());
        window.awaitPage(1);
    }

    private boolean isHere(byte[] whole) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("reader"))) {
            return files.filter(Files::isRegularFile).anyMatch(file -> isEqual(file, whole));
        }
    }

    private static boolean isEqual(Path file, byte[] whole) {
        try {
            return Files.size(file) == whole.length && java.util.Arrays.equals(Files.readAllBytes(file), whole);
        } catch (IOException e) {
            return false; // a file that has just gone
        }
    }

    @Test
    void booksGoOnAtTheSamePageWhenTheirFormatsAreBack() throws Exception {
        Path comicJar = drop(ofReader, "comic");
        Path epubJar = drop(ofReader, "epub");
        openWindow();
        for (String title : new String[] {MANGA, NOVEL}) {
            window.openBook(title);
            press("PAGE_DOWN");
            window.awaitPage(2);
            press("PAGE_DOWN");
            window.awaitPage(3);
        }
        Files.delete(comicJar);
        Files.delete(epubJar);
        await("the tab says so", () -> says(AWAY));
        press("PAGE_DOWN");
        press("PAGE_UP");
        drop(ofReader, "epub");
        drop(ofReader, "comic");
        await("nothing is said any more", () -> !says(AWAY));
        window.awaitPage(3);
        press("PAGE_DOWN");
        window.awaitPage(4);
        press("ctrl shift TAB");
        await("the manga is shown", () -> ReadingWindow.tab() == 1);
        await("nothing is said of it", () -> !says(AWAY));
        window.awaitPage(3);
    }

    @Test
    void aMangaIsTurnedFromRightToLeft() throws Exception {
        drop(ofReader, "comic");
        openWindow();
        window.openBook(MANGA);
        press("F", "D", "C");
        press("LEFT");
        await("the left key goes on", () -> page() > 1);
        int first = see(DroppedFormatsWindowIT::page);
        click(0.1);
        await("the left side goes on", () -> page() > first);
        int second = see(DroppedFormatsWindowIT::page);
        click(0.9);
        await("the right side goes back", () -> page() < second);
        press("RIGHT");
        await("the right key goes back", () -> page() < first || page() == 1);
    }

    private static int page() {
        return ReadingWindow.page().orElse(0);
    }

    /** @param across how far over the pages, from 0 on the left to 1 */
    private static void click(double across) {
        JComponent pages = see(() -> (JComponent)
                ReadingWindow.viewOfBook().orElseThrow().getViewport().getView());
        Point where = see(() -> {
            var seen = pages.getVisibleRect();
            return new Point((int) (seen.x + across * seen.width), seen.y + seen.height / 2);
        });
        Screen.click(pages, where);
    }

    @Test
    void anotherTextSizeOfAnEpubOpensItAtTheSameTextAndOutlivesARestart() throws Exception {
        drop(ofReader, "epub");
        openWindow();
        window.openBook(NOVEL);
        int before = see(() -> pages().orElseThrow());
        press("END");
        window.awaitPage(before);
        ReadingWindow.choose("BOOK_SETTINGS");
        await("the menu is there", () -> size("200%").isPresent());
        Screen.act(() -> size("200%").orElseThrow().doClick());
        await("there are more pages", () -> pages().filter(now -> now > before).isPresent());
        int larger = see(() -> pages().orElseThrow());
        await("the text of the last chapter is shown", () -> page() > larger * 3 / 4);
        int place = see(DroppedFormatsWindowIT::page);
        window.close();
        openWindow();
        await("the book is open again", () -> ReadingWindow.page().isPresent());
        window.awaitPage(place);
        assertEquals(larger, see(() -> pages().orElseThrow()));
    }

    private static Optional<JRadioButtonMenuItem> size(String percent) {
        return Screen.all(JRadioButtonMenuItem.class)
                .filter(item -> percent.equals(item.getText()))
                .findFirst();
    }

    /** How many pages the open book has, as it stands beside the page box. */
    private static Optional<Integer> pages() {
        return ReadingWindow.label("/ [\\d,]+").map(text -> Integer.valueOf(text.replaceAll("\\D", "")));
    }
}
