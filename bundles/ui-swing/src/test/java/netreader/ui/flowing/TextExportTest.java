package netreader.ui.flowing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import netreader.client.ClientException;
import netreader.client.Progress;
import netreader.client.ShelfBook;
import netreader.format.Work;
import netreader.ui.demo.FakeClient;
import netreader.ui.work.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextExportTest {
    @TempDir
    private Path folder;

    private final FakeClient client = new FakeClient();
    private final ShelfBook book = client.flowing("论语", "", List.of("学而第一\n", "为政", "第二\n"));

    @Test
    void theWholeTextIsWrittenInUtf8() throws Exception {
        Path file = folder.resolve("论语.txt");
        List<Long> progress = new ArrayList<>();
        export(Duration.ZERO).write(file, (received, total) -> progress.add(received), Work.UNCANCELLED);
        assertEquals("学而第一\n为政第二\n", Files.readString(file));
        assertEquals(3, progress.size());
        assertEquals(List.of(file), files());
        assertTrue(client.open().isEmpty());
    }

    @Test
    void aServerThatComesBackIsWaitedFor() throws Exception {
        client.fail(book, ClientException.UNREACHABLE);
        Path file = folder.resolve("a.txt");
        Thread server = new Thread(() -> client.heal(book));
        server.start();
        export(Duration.ofSeconds(60)).write(file, Progress.IGNORED, Work.UNCANCELLED);
        server.join();
        assertTrue(Files.exists(file));
    }

    @Test
    void aServerThatStaysAwayLeavesTheOldFileAsItWas() throws Exception {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        client.fail(book, ClientException.UNREACHABLE);
        ClientException failure = assertThrows(
                ClientException.class, () -> export(Duration.ZERO).write(file, Progress.IGNORED, Work.UNCANCELLED));
        assertEquals(ClientException.UNREACHABLE, failure.code());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void aCancelledExportLeavesNothing() {
        Running running = new Running();
        Path file = folder.resolve("a.txt");
        assertThrows(
                ClientException.class,
                () -> export(Duration.ZERO).write(file, (received, total) -> running.cancel(), running));
        assertTrue(files().isEmpty());
    }

    @Test
    void aBookThatChangesMeanwhileIsNotExported() {
        Path file = folder.resolve("a.txt");
        ClientException failure = assertThrows(
                ClientException.class,
                () -> export(Duration.ZERO)
                        .write(
                                file,
                                (received, total) -> client.change(book, List.of("1", "2", "3")),
                                Work.UNCANCELLED));
        assertEquals("CHANGED", failure.code());
        assertTrue(files().isEmpty());
    }

    @Test
    void aTitleBecomesANameThatEveryFileSystemTakes() {
        assertEquals("Who  What.txt", ExportCommand.fileName("Who? What"));
        assertEquals("text.txt", ExportCommand.fileName("???"));
    }

    private TextExport export(Duration patience) {
        return new TextExport(client, book, patience);
    }

    private List<Path> files() {
        try (var all = Files.list(folder)) {
            return all.toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
