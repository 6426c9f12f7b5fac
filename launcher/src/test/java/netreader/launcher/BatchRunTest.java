package netreader.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netreader.launcher.command.CommandLineReader;
import netreader.launcher.command.Request;
import org.junit.jupiter.api.Test;

class BatchRunTest {
    private final List<String> run = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everyLineRunsAndEmptyOnesAreSkipped() throws LaunchException {
        assertEquals(0, run("info '论 语'\n\n  \nls\n", 0));
        assertEquals(List.of("info 论 语", "ls null"), run);
    }

    @Test
    void aWrongLineIsAnObjectOfItsOwnAndTheNextOneRuns() throws LaunchException {
        assertEquals(1, run("nonsense \"x\"\nls\n", 0));
        assertEquals(List.of("ls null"), run);
        String printed = out.toString(StandardCharsets.UTF_8);
        assertTrue(printed.startsWith("{\"error\":\"USAGE\",\"message\":\"\\\"nonsense\\\""), printed);
        assertEquals(1, printed.lines().count());
    }

    @Test
    void oneFailureFailsTheBatch() throws LaunchException {
        assertEquals(1, run("ls\nls\n", 1));
        assertEquals(2, run.size());
    }

    private int run(String input, int status) throws LaunchException {
        BatchRun batch = new BatchRun(
                arguments -> {
                    run.add(arguments.get("command") + " " + arguments.get("book"));
                    return status;
                },
                new CommandLineReader("1"),
                new Request.Batch(Optional.empty(), Optional.empty(), List.of("--json"), true, false),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return batch.run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    }
}
