package netreader.launcher;

import java.io.PrintStream;
import java.util.Arrays;
import netreader.launcher.command.CommandLineReader;
import netreader.launcher.command.Request;
import netreader.launcher.command.UsageException;
import netreader.launcher.log.Logging;

/** The process: reads the command line, runs what it asks for, ends with 0 (done), 1 (failed) or 2 (wrong command line). */
public final class Main {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_COMMAND_LINE = 2;

    private final PrintStream out = Output.out();
    private final PrintStream err = Output.err();

    public static void main(String[] words) {
        Logging.prepare();
        if (words.length == 0 || words[0].startsWith("-") || words[0].equals("reader")) {
            WarmUp.startWhereThereIsADisplay();
        }
        int status = new Main().run(words);
        System.exit(status);
    }

    private int run(String... words) {
        Output.redirect();
        CommandLineReader reader = new CommandLineReader(Installation.version());
        try {
            return run(reader.read(words), reader);
        } catch (UsageException e) {
            err.println("netreader: " + e.getMessage());
            err.println("netreader --help says what there is");
            if (Arrays.asList(words).contains("--json")) {
                out.println(Output.failure("USAGE", e.getMessage()));
            }
            return WRONG_COMMAND_LINE;
        } catch (LaunchException e) {
            err.println("netreader: " + e.getMessage());
            if (Arrays.asList(words).contains("--json")) {
                out.println(Output.failure(e.code(), e.getMessage()));
            }
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int run(Request request, CommandLineReader reader) throws LaunchException, InterruptedException {
        if (request instanceof Request.Print print) {
            out.print(print.text());
            out.flush();
            return DONE;
        }
        if (request instanceof Request.Shell shell) {
            return new ShellClient(DataFolder.of(shell.data()).server(), out, err).run(shell.command());
        }
        Installation installation = Installation.find();
        if (request instanceof Request.Reading reading) {
            try (ReadingCommands commands = ReadingCommands.start(
                    installation, reading.server(), DataFolder.of(reading.data()), reading.verbose(), false)) {
                return commands.run(reading.arguments());
            }
        }
        if (request instanceof Request.Batch batch) {
            try (ReadingCommands commands = ReadingCommands.start(
                    installation, batch.server(), DataFolder.of(batch.data()), batch.verbose(), true)) {
                return new BatchRun(commands::run, reader, batch, out, err).run(System.in);
            }
        }
        if (request instanceof Request.Worker worker) {
            return Worker.run(installation, worker);
        }
        return new Serving(installation, out, err).run(request);
    }
}
