package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the shell says, word by word: each file of {@code transcripts/} holds lines that are typed (after {@code nr> }) and
 * what is printed then, with the status where that is not 0. {@code -Dtranscripts.renew=true} writes the files anew from
 * what the shell says now; look at the difference before it is committed. A new transcript begins as a file with its typed
 * lines alone.
 */
@Timeout(180)
class ShellTranscriptsIT {
    private static final Installation INSTALLATION = Installation.built();
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");
    private static final String PROMPT = "nr> ";
    private static final boolean RENEW = Boolean.getBoolean("transcripts.renew");
    private static final String NOVEL = "話說天下大勢，分久必合，合久必分。\n".repeat(200);

    @TempDir
    private static Path folder;

    private static Path data;
    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        Path library = Files.createDirectory(folder.resolve("library"));
        Files.createDirectory(library.resolve("my novels"));
        data = folder.resolve("data");
        server = Server.start(INSTALLATION, library, data, 0);
        // One after the other, so that their numbers are always the same.
        byte[] novel = ("第一章 開始\n" + NOVEL + "第二章 結束\n" + NOVEL).getBytes(Charset.forName("Big5-HKSCS"));
        add(library, "1 三國.txt", novel);
        add(library, "2 broken.pdf", "no pdf at all\n".repeat(20).getBytes(StandardCharsets.UTF_8));
        add(
                library,
                "my novels/3 it's $5.txt",
                "Alice was beginning\n".repeat(100).getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a book that was written long ago, so that the server need not wait for more; returns when it has been read. */
    private static void add(Path library, String name, byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("new"), bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-02-02T02:02:02Z")));
        Files.move(file, library.resolve(name));
        String books;
        do {
            books = shell("nr:books --json").out(); // the shell answers soon after the start
        } while (!books.contains(name) || books.contains("pending"));
    }

    @AfterAll
    static void stop() throws Exception {
        assertTrue(!server.log().contains("\tat "), server.log());
        server.close();
    }

    private static Outcome shell(String... words) throws Exception {
        return INSTALLATION.run(Stream.concat(Stream.of("shell", "--data", data.toString()), Stream.of(words))
                .toArray(String[]::new));
    }

    static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void theShellSaysWhatItsTranscriptSays(Path file) throws Exception {
        String expected = Files.readString(file);
        StringBuilder said = new StringBuilder();
        for (String line : expected.lines().toList()) {
            if (line.startsWith(PROMPT)) {
                Outcome outcome = shell(line.substring(PROMPT.length()));
                said.append(line).append('\n').append(steady(outcome.out())).append(steady(outcome.err()));
                said.append(outcome.status() == 0 ? "" : "[" + outcome.status() + "]\n");
            }
        }
        if (RENEW) {
            Files.writeString(file, said);
        } else {
            assertEquals(expected, said.toString(), file.toString());
        }
    }

    /** Without what is another each time. */
    private static String steady(String text) {
        String root = folder.toString();
        return text.replace(root, "FOLDER")
                .replaceAll("backups/[\\w.:-]+", "backups/TIME")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d)?", "TIME")
                .replaceAll(
                        "\"(started|uptimeSeconds|memoryBytes|memoryLimitBytes|pid|threads|processors|secondsLeft)\":\\d+",
                        "\"$1\":N")
                .replaceAll("\"(uptime|java|memory)\":\"[^\"]*\"", "\"$1\":\"…\"")
                .replaceAll("(?m)^(Java|Process|Running|Memory|Processors|Threads)( +)\\S.*$", "$1$2…")
                .replaceAll("-\\d+\\.\\d+\\.\\d+\\.jar", "-VERSION.jar")
                .replaceAll("\\(build [0-9a-f]+\\)", "(build NUMBER)")
                .replaceAll("(?<![\\d.])\\d+\\.\\d+\\.\\d+(?![\\d.])", "VERSION");
    }

    @Test
    void everyCommandHasATranscriptAndHelpWithExamples() throws Exception {
        Set<String> commands = new TreeSet<>();
        JsonArray all = shell("nr:help --json").done().json().getAsJsonArray("commands");
        for (JsonElement each : all) {
            String command = each.getAsJsonObject().get("command").getAsString();
            commands.add(command);
            JsonObject help = shell("nr:help " + command + " --json").done().json();
            assertTrue(!help.getAsJsonArray("examples").isEmpty(), command);
        }
        String texts = transcripts().map(ShellTranscriptsIT::read).collect(Collectors.joining());
        for (String command : commands) {
            assertTrue(texts.contains(PROMPT + command + "\n") || texts.contains(PROMPT + command + " "), command);
        }
        String documented = Files.readString(Path.of("../docs/shell.md"));
        for (String command : commands) {
            assertTrue(documented.contains("`" + command), command + " is not in docs/shell.md");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void wordsOfTheCommandLineStayWhatTheyAre() throws Exception {
        assertTrue(shell("nr:why", "3 it's $5").done().out().contains("3 it's $5"));
        assertEquals(1, shell("nr:why", "nothing | lb; exit").failure(1).lines().count());
    }

    @Test
    void aScriptRunsAllItsLinesAndEndsWithTheFirstFailure() throws Exception {
        Process script = INSTALLATION
                .command("shell", "--data", data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var to = script.outputWriter(StandardCharsets.UTF_8)) {
            to.write("nr:sessions\nnr:nonsense\nnr:why nothing\n\nnr:quarantine --json\n");
        }
        String out = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, script.waitFor());
        assertTrue(out.startsWith("Nobody is connected\n{\"books\":[{"), out);
    }

    @Test
    void whereNoServerRunsASentenceSaysSo() throws Exception {
        Outcome outcome =
                INSTALLATION.run("shell", "--data", folder.resolve("elsewhere").toString(), "nr:books");
        assertEquals(1, outcome.failure(1).lines().count());
    }
}
