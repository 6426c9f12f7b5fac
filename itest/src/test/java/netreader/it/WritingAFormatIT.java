package netreader.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/writing-a-format.md, done as it says: each block of commands is run in the shell, one after the other, with the
 * installation in the home folder. If a block of output follows, the commands are repeated until they print it.
 */
class WritingAFormatIT {
    private static final Path DOCUMENT = Path.of("../docs/writing-a-format.md");
    private static final Pattern BLOCK =
            Pattern.compile("```sh\n(?<commands>.*?)```(?:\\s*```text\n(?<output>.*?)```)?", Pattern.DOTALL);
    private static final long LIMIT_SECONDS = 300;
    private static final long OUTPUT_SECONDS = 60;

    @TempDir
    private Path home;

    /** Ends what a block has left in the background, even when a test fails. */
    private record Terminal(Path home, int port) {
        /** What the shell knows, from one block to the next. */
        private String script(String commands) {
            return "set -e\nstate=" + home.resolve("state") + "\nif [ -e $state ]; then . $state; fi\n" + commands
                    + "\n{ export -p; echo \"cd '$PWD'\"; } > $state\n"
                    + "if [ -n \"$!\" ]; then echo $! > " + home.resolve("server") + "; fi\n";
        }

        Outcome run(String commands) throws IOException, InterruptedException {
            Path out = Files.createTempFile(home, "block", ".out");
            Process process = process(commands, out).start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("These commands have not ended:\n" + commands);
            }
            return new Outcome(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), "");
        }

        private ProcessBuilder process(String commands, Path out) {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", script(commands));
            builder.directory(home.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
            builder.environment().put("HOME", home.toString());
            builder.environment().put("XDG_DATA_HOME", home.resolve("data-home").toString());
            builder.environment().put("PORT", Integer.toString(port));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("NETREADER_ARCHIVE", "never");
            builder.environment().remove("DISPLAY");
            builder.environment().remove("MAVEN_CMD_LINE_ARGS");
            return builder;
        }

        void endServer() throws Exception {
            Path pid = home.resolve("server");
            if (Files.exists(pid)) {
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(server -> {
                    server.destroy();
                    server.onExit().orTimeout(30, TimeUnit.SECONDS).join();
                });
            }
        }
    }

    @Test
    void theDocumentLeadsToFormatsThatRun() throws Exception {
        assumeTrue(hasMaven(), "there is no mvn to build the template with");
        Files.createDirectories(home.resolve("netreader/launcher/target"));
        Installation.copyTo(home.resolve("netreader/launcher/target/netreader"));
        List<MatchResult> blocks =
                BLOCK.matcher(Files.readString(DOCUMENT)).results().toList();
        assertTrue(blocks.size() >= 10, "the document has commands");
        Terminal terminal = new Terminal(home, freePort());
        try {
            for (MatchResult block : blocks) {
                String output = block.group(2);
                if (output == null) {
                    Outcome outcome = terminal.run(block.group(1));
                    assertEquals(0, outcome.status(), block.group(1) + outcome.out());
                } else {
                    awaitOutput(terminal, block.group(1), output);
                }
            }
        } finally {
            terminal.endServer();
        }
    }

    private static void awaitOutput(Terminal terminal, String commands, String output) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(OUTPUT_SECONDS);
        Outcome outcome = terminal.run(commands);
        while (!prints(outcome, output)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(commands + " prints\n" + outcome.out() + "and not\n" + output);
            }
            TimeUnit.MILLISECONDS.sleep(200);
            outcome = terminal.run(commands);
        }
    }

    /** All lines that are shown; the width of columns may differ. */
    private static boolean prints(Outcome outcome, String output) {
        String printed = outcome.out().replaceAll("[ \t]+", " ");
        return outcome.status() == 0
                && output.lines()
                        .map(line -> line.strip().replaceAll("[ \t]+", " "))
                        .allMatch(printed::contains);
    }

    private static boolean hasMaven() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "mvn")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
