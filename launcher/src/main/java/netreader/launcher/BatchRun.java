package netreader.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import netreader.launcher.command.BatchWords;
import netreader.launcher.command.CommandLineReader;
import netreader.launcher.command.Request;
import netreader.launcher.command.UsageException;

/** Runs reading commands line by line. A line that fails says so; the next one runs all the same. */
final class BatchRun {
    private final ToIntFunction<Map<String, String>> commands;
    private final CommandLineReader reader;
    private final Request.Batch batch;
    private final PrintStream out;
    private final PrintStream err;

    BatchRun(
            ToIntFunction<Map<String, String>> commands,
            CommandLineReader reader,
            Request.Batch batch,
            PrintStream out,
            PrintStream err) {
        this.commands = commands;
        this.reader = reader;
        this.batch = batch;
        this.out = out;
        this.err = err;
    }

    /** @return the exit status: failed if any line failed */
    int run(InputStream input) throws LaunchException {
        int status = Main.DONE;
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && runLine(line) != Main.DONE) {
                    status = Main.FAILED;
                }
            }
        } catch (IOException e) {
            throw new LaunchException("LOCAL_IO", "Standard input cannot be read", e);
        }
        return status;
    }

    private int runLine(String line) {
        try {
            List<String> words = BatchWords.split(line);
            return commands.applyAsInt(
                    reader.readBatchLine(words, batch.options()).arguments());
        } catch (UsageException e) {
            err.println("netreader: " + e.getMessage());
            if (batch.json()) {
                out.println(Output.failure("USAGE", e.getMessage()));
            }
            return Main.WRONG_COMMAND_LINE;
        }
    }
}
