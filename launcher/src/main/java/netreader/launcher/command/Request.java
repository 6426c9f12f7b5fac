package netreader.launcher.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a command line asks for. */
public sealed interface Request {
    /** Server and reader window in one process on the sample library. */
    record Sample(Optional<Path> data) implements Request {}

    record Server(
            Optional<Path> library,
            Optional<Path> data,
            Optional<String> host,
            OptionalInt port,
            boolean console,
            boolean verbose)
            implements Request {}

    /**
     * The process that inspects books for a server.
     *
     * @param folder for this process alone, absolute
     * @param formats where formats keep what they computed, absolute
     */
    record Worker(Path folder, Path formats) implements Request {}

    /** A reader window. */
    record Reader(Optional<String> server, Optional<Path> data) implements Request {}

    /**
     * The Felix shell of a running server.
     *
     * @param command empty for a conversation
     */
    record Shell(Optional<Path> data, Optional<String> command) implements Request {}

    /**
     * A reading command.
     *
     * @param arguments as the cli bundle takes them: {@code command}, {@code book}, {@code page} and so on
     */
    record Reading(Optional<String> server, Optional<Path> data, Map<String, String> arguments) implements Request {
        public Reading {
            arguments = Map.copyOf(arguments);
        }

        public boolean json() {
            return arguments.containsKey("json");
        }

        public boolean verbose() {
            return arguments.containsKey("verbose");
        }
    }

    /**
     * Reading commands, one a line, on standard input.
     *
     * @param options options of the batch's own command line, which hold for each of its lines
     */
    record Batch(Optional<String> server, Optional<Path> data, List<String> options, boolean json, boolean verbose)
            implements Request {
        public Batch {
            options = List.copyOf(options);
        }
    }

    /** Nothing but a text to print: help or version. */
    record Print(String text) implements Request {}
}
