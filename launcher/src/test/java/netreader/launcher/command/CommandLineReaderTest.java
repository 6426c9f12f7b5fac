package netreader.launcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineReaderTest {
    private final CommandLineReader reader = new CommandLineReader("1.2.3");

    @TempDir
    private Path folder;

    @Test
    void noWordsMeanTheSampleLibrary() throws UsageException {
        assertEquals(new Request.Sample(Optional.empty()), reader.read());
        assertEquals(new Request.Sample(Optional.of(Path.of("d"))), reader.read("--data", "d"));
    }

    @Test
    void anOptionBeforeTheCommandIsNotPassedOver() {
        UsageException problem = assertThrows(UsageException.class, () -> reader.read("--data", "d", "server"));
        assertEquals("--data belongs behind the command: server --data DIR", problem.getMessage());
    }

    @Test
    void aServerTakesWhereToListenAndWhatToServe() throws UsageException {
        Request request =
                reader.read("server", "--library", "b c", "--data", "d", "--host", "::1", "--port", "0", "--console");
        assertEquals(
                new Request.Server(
                        Optional.of(Path.of("b c")),
                        Optional.of(Path.of("d")),
                        Optional.of("::1"),
                        OptionalInt.of(0),
                        true,
                        false),
                request);
        assertTrue(((Request.Server) reader.read("server", "--verbose")).verbose());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "books.example:8998", "::1", "[::1]:8998", "fe80::1%eth0", "192.168.1.5:1"})
    void aReaderTakesAServer(String server) throws UsageException {
        assertEquals(new Request.Reader(Optional.of(server), Optional.empty()), reader.read("reader", server));
    }

    @Test
    void theShellTakesACommandOfSeveralWords() throws UsageException {
        assertEquals(
                new Request.Shell(Optional.of(Path.of("d")), Optional.of("lb -s")),
                reader.read("shell", "--data", "d", "lb", "-s"));
        assertEquals(new Request.Shell(Optional.empty(), Optional.empty()), reader.read("shell"));
    }

    @Test
    void readingCommandsBecomeArguments() throws UsageException {
        assertEquals(
                Map.of("command", "page", "book", "论语.txt", "page", "3", "json", "true", "pageBytes", "256"),
                reading("page", "论语.txt", "3", "--json", "--page-bytes", "256"));
        assertEquals(
                Map.of("command", "render", "book", "7", "page", "1", "out", "p.png", "dpi", "100"),
                reading("render", "7", "1", "-o", "p.png"));
        assertEquals(Map.of("command", "get", "book", "7", "out", "f"), reading("get", "7", "-o", "f"));
        assertEquals(Map.of("command", "get", "book", "7"), reading("get", "7"));
        assertEquals(Map.of("command", "find", "book", "7", "words", "a b"), reading("find", "7", "a b"));
        assertEquals(Map.of("command", "ls", "verbose", "true"), reading("ls", "--verbose", "--data", "d"));
        for (String command : List.of("info", "toc", "text")) {
            assertEquals(Map.of("command", command, "book", "a b"), reading(command, "a b"));
        }
    }

    @Test
    void aListIsSortedFilteredAndLimited() throws UsageException {
        assertEquals(
                Map.of("command", "ls", "sort", "size", "filter", "红楼 x", "limit", "5"),
                reading("ls", "--sort", "size", "--filter", "红楼 x", "--limit", "5"));
        for (String wrong : List.of("--sort=colour", "--limit=0", "--limit=many", "--filter=" + "x".repeat(1001))) {
            assertThrows(UsageException.class, () -> reader.read("ls", wrong), wrong);
        }
    }

    @Test
    void thePasswordIsTheFirstLineOfItsFile() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "密码 1\nmore");
        assertEquals(
                "密码 1", reading("info", "7", "--password-file", file.toString()).get("password"));
    }

    @Test
    void whatOnlyServersStartIsNotInTheListOfCommands() throws UsageException {
        String help =
                assertInstanceOf(Request.Print.class, reader.read("--help")).text();
        assertFalse(help.contains("worker"), help);
        assertInstanceOf(Request.Print.class, reader.read("worker", "--help"));
        assertEquals(
                new Request.Worker(Path.of("/f"), Path.of("/g")),
                reader.read("worker", "--folder", "/f", "--formats", "/g"));
    }

    @Test
    void helpAndVersionArePrinted() throws UsageException {
        assertTrue(assertInstanceOf(Request.Print.class, reader.read("--version"))
                .text()
                .contains("1.2.3"));
        String help =
                assertInstanceOf(Request.Print.class, reader.read("--help")).text();
        for (String command : List.of(
                "server", "reader", "shell", "ls", "info", "page", "toc", "text", "find", "get", "render", "batch")) {
            assertTrue(help.contains("\n  " + command + " "), help);
            assertInstanceOf(Request.Print.class, reader.read(command, "--help"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "--nonsense",
                "server --port 65536",
                "server --port -1",
                "server --port x",
                "server --port",
                "server --nonsense",
                "server word",
                "reader a:b",
                "reader host:0",
                "reader host:70000",
                "reader a b",
                "ls word",
                "ls --server :80",
                "info",
                "page 7",
                "page 7 x",
                "page 7 -1",
                "page 7 1 2",
                "page 7 1 --page-bytes 255",
                "page 7 1 --page-bytes 65537",
                "toc",
                "text",
                "find 7",
                "find 7 a b",
                "get",
                "get 7 -o",
                "render 7 1",
                "render 7 1 -o p.png --dpi 0",
                "render 7 1 -o p.png --dpi many",
                "info 7 --password-file /nonexistent",
                "batch word"
            })
    void aWrongCommandLineIsRefusedInOneLine(String line) {
        UsageException problem = assertThrows(UsageException.class, () -> reader.read(line.split(" ")));
        assertFalse(problem.getMessage().isBlank());
        assertEquals(1, problem.getMessage().lines().count(), problem.getMessage());
    }

    @Test
    void aLineOfABatchInheritsTheBatchsOptions() throws UsageException {
        Request.Batch batch = assertInstanceOf(
                Request.Batch.class, reader.read("batch", "--json", "--page-bytes", "512", "--server", "h:1"));
        assertEquals(Optional.of("h:1"), batch.server());
        assertEquals(
                Map.of("command", "page", "book", "a b", "page", "2", "json", "true", "pageBytes", "512"),
                reader.readBatchLine(List.of("page", "a b", "2"), batch.options())
                        .arguments());
        assertEquals(
                "1024",
                reader.readBatchLine(List.of("page", "7", "2", "--page-bytes", "1024"), batch.options())
                        .arguments()
                        .get("pageBytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"server", "batch", "nonsense", "ls --server h", "ls --help", "page 7"})
    void aBatchTakesReadingCommandsOnly(String line) {
        assertThrows(UsageException.class, () -> reader.readBatchLine(List.of(line.split(" ")), List.of()));
    }

    private Map<String, String> reading(String... words) throws UsageException {
        return assertInstanceOf(Request.Reading.class, reader.read(words)).arguments();
    }
}
