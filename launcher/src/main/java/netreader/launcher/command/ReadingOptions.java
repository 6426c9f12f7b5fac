package netreader.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all reading commands take. */
final class ReadingOptions {
    @Option(names = "--server", paramLabel = "HOST[:PORT]", description = "The server; localhost:8998 if not given.")
    private String server;

    @Option(names = "--json", description = "Print one JSON object on one line.")
    private boolean json;

    @Option(names = "--verbose", description = "Say what goes on, on standard error.")
    private boolean verbose;

    @Option(names = "--page-bytes", paramLabel = "N", description = "Nominal size of a text page, 256 to 65536 bytes.")
    private Integer pageBytes;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file whose first line is the book's password.")
    private Path passwordFile;

    @Mixin
    private DataOption data;

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }

    /** Where copies of books are kept, for the reader window too. */
    Optional<Path> data() {
        return data.data();
    }

    Optional<String> server() throws UsageException {
        return ServerName.check(Optional.ofNullable(server));
    }

    /** The options as the cli bundle takes them; absent ones are left out. */
    Map<String, String> arguments() throws UsageException {
        Map<String, String> arguments = new HashMap<>();
        if (json) {
            arguments.put("json", "true");
        }
        if (verbose) {
            arguments.put("verbose", "true");
        }
        if (pageBytes != null) {
            Ranges.check("--page-bytes", pageBytes, 256, 65_536);
            arguments.put("pageBytes", pageBytes.toString());
        }
        if (passwordFile != null) {
            arguments.put("password", password(passwordFile));
        }
        return arguments;
    }

    /** The options that a batch hands on to its lines, as words of a command line. */
    List<String> words() throws UsageException {
        Map<String, String> checked = arguments();
        List<String> words = new ArrayList<>();
        if (json) {
            words.add("--json");
        }
        if (verbose) {
            words.add("--verbose");
        }
        if (checked.containsKey("pageBytes")) {
            words.add("--page-bytes=" + pageBytes);
        }
        if (passwordFile != null) {
            words.add("--password-file=" + passwordFile);
        }
        return words;
    }

    private static String password(Path file) throws UsageException {
        try (var lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            if (first == null || first.isEmpty()) {
                throw new UsageException("The first line of the password file " + file + " is empty");
            }
            return first;
        } catch (IOException e) {
            throw new UsageException("The password file " + file + " cannot be read", e);
        }
    }
}
