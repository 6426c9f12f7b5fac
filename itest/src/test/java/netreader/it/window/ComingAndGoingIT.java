package netreader.it.window;

import static netreader.it.window.Screen.await;
import static netreader.it.window.Screen.press;
import static netreader.it.window.Screen.says;
import static netreader.it.window.Screen.type;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JTextField;
import netreader.it.Installation;
import netreader.it.Server;
import netreader.ui.guard.EventThreadGuard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers and formats go and come back while their books are open: the tab says so, and goes on by itself. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ComingAndGoingIT {
    private static final String PAINTED = "Persuasion";
    private static final String TEXT = "The Adventures of Tom Sawyer";
    private static final String FORMAT_AWAY = "The part of NetReader that reads this kind of book is not installed.*";

    @TempDir
    private Path folder;

    private Installation ofServer;
    private Installation ofReader;
    private Server server;
    private ReadingWindow window;
    private EventThreadGuard guard;

    @BeforeEach
    void open() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless());
        guard = EventThreadGuard.install();
        ofServer = Installation.copyTo(folder.resolve("installation of the server"));
        ofReader = Installation.copyTo(folder.resolve("installation of the reader"));
        serve(0);
        window = ReadingWindow.open(ofReader, folder.resolve("reader"), server.address(), Map.of());
    }

    private void serve(int port) throws IOException {
        server = Server.start(ofServer, Installation.sampleLibrary(), folder.resolve("server"), port);
    }

    private static Path jar(Installation installation, String format) throws IOException {
        try (Stream<Path> jars = Files.list(installation.bundles())) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("format-" + format))
                    .findFirst()
                    .orElseThrow();
        }
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

    /** Looks for words, which asks the format. */
    private void assertReads() {
        press("HOME");
        window.awaitPage(1);
        press("ctrl F");
        await("a field asks for words", () -> Screen.focusOwner().orElseThrow() instanceof JTextField);
        type("morning");
        window.awaitLabel("1 of [\\d,]+");
    }

    @Test
    void aPaintedBookGoesOnWhenItsFormatIsBack() throws Exception {
        window.openBook(PAINTED);
        Path jar = jar(ofReader, "pdf");
        Path away = Files.move(jar, folder.resolve("away.jar"));
        await("the tab says so", () -> says(FORMAT_AWAY));
        press("END");
        Files.move(away, jar);
        await("nothing is said any more", () -> !says(FORMAT_AWAY));
        assertReads();
    }

    @Test
    void aPaintedBookGoesOnWhenItsFormatIsReplaced() throws Exception {
        window.openBook(PAINTED);
        Path jar = jar(ofReader, "pdf");
        Path next = Files.copy(jar, folder.resolve("next.jar"));
        Files.move(next, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (int page = 2; page <= 8; page++) {
            press("PAGE_DOWN");
            window.awaitPage(page);
        }
        await("nothing is said any more", () -> !says(FORMAT_AWAY));
        assertReads();
    }

    @Test
    void aTextGoesOnWhenItsFormatIsBackOnTheServer() throws Exception {
        window.openBook(TEXT);
        Path jar = jar(ofServer, "txt");
        Path away = Files.move(jar, folder.resolve("away.jar"));
        press("alt HOME");
        await("the shelf knows", () -> says("[1-7] books"));
        press("ctrl TAB");
        window.awaitFocusOnBook();
        press("END");
        await("the tab says so", () -> says(FORMAT_AWAY + "|This book is not in the library any more."));
        Files.move(away, jar);
        await(
                "nothing is said any more",
                () -> !says(FORMAT_AWAY) && !says("This book is not in the library any more."));
        press("END");
        await(
                "the last page is here",
                () -> ReadingWindow.page().filter(page -> page > 1).isPresent());
    }

    @Test
    void booksGoOnWhenTheServerIsBack() throws Exception {
        window.openBook(PAINTED);
        window.openBook(TEXT);
        int port = server.port();
        server.close();
        await("the status bar says so", () -> says(".*cannot be reached.*"));
        press("END");
        await("the tab says so", () -> says("The (server|connection to the server) .*"));
        press("ctrl shift TAB");
        await("the painted book is there", () -> ReadingWindow.tab() == 1);
        window.awaitFocusOnBook();
        press("PAGE_DOWN");
        window.awaitPage(2);
        press("ctrl TAB");
        await("the text is there", () -> ReadingWindow.tab() == 2);
        serve(port);
        await("the window is connected", () -> says("Connected to .*"));
        await("nothing is said any more", () -> !says("The (server|connection to the server) .*"));
        window.awaitFocusOnBook();
        press("END");
        await(
                "the last page is here",
                () -> ReadingWindow.page().filter(page -> page > 1).isPresent());
    }
}
