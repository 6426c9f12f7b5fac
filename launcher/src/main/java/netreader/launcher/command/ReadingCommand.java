package netreader.launcher.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that reads: each adds its own parameters to the common options. */
abstract class ReadingCommand implements AnyCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ReadingOptions options;

    /** Puts the command's own parameters in, under the names that the cli bundle takes. */
    abstract void addTo(Map<String, String> arguments) throws UsageException;

    @Override
    public final Request request() throws UsageException {
        Map<String, String> arguments = new HashMap<>(options.arguments());
        arguments.put("command", spec.name());
        addTo(arguments);
        return new Request.Reading(options.server(), options.data(), arguments);
    }

    @Command(name = "ls", description = "List the server's books.", sortOptions = false)
    static final class List extends ReadingCommand {
        private static final java.util.List<String> SORTS =
                java.util.List.of("title", "author", "name", "added", "size");
        private static final int MAX_FILTER = 1000;

        @Option(
                names = "--filter",
                paramLabel = "WORDS",
                description = "Only books in whose title, authors or name each of the words occurs.")
        private String filter;

        @Option(
                names = "--sort",
                paramLabel = "KEY",
                description = "title, author, name, added (as they were found; if not given) or size.")
        private String sort;

        @Option(names = "--limit", paramLabel = "N", description = "At most so many books; all if not given.")
        private Integer limit;

        @Override
        void addTo(Map<String, String> arguments) throws UsageException {
            if (filter != null) {
                if (filter.length() > MAX_FILTER) {
                    throw new UsageException("--filter takes at most " + MAX_FILTER + " characters");
                }
                arguments.put("filter", filter);
            }
            if (sort != null) {
                if (!SORTS.contains(sort)) {
                    throw new UsageException("--sort takes one of " + String.join(", ", SORTS));
                }
                arguments.put("sort", sort);
            }
            if (limit != null) {
                Ranges.check("--limit", limit, 1, Integer.MAX_VALUE);
                arguments.put("limit", limit.toString());
            }
        }
    }

    /** A command on one book. */
    abstract static class OnBook extends ReadingCommand {
        @Parameters(index = "0", paramLabel = "BOOK", description = "An id, a file name, or a title that is unique.")
        private String book;

        @Override
        void addTo(Map<String, String> arguments) throws UsageException {
            arguments.put("book", book);
        }
    }

    /** A command on one page of a book. */
    abstract static class OnPage extends OnBook {
        @Parameters(index = "1", paramLabel = "N", description = "The page, counted from 1.")
        private String page;

        @Override
        void addTo(Map<String, String> arguments) throws UsageException {
            super.addTo(arguments);
            // A number that no book has is the book's to refuse: it knows how many pages there are.
            if (!page.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new UsageException("\"" + page + "\" is not a page number");
            }
            arguments.put("page", page);
        }
    }

    @Command(name = "info", description = "Print what the server knows of a book.", sortOptions = false)
    static final class Info extends OnBook {}

    @Command(name = "page", description = "Print the text of a page.", sortOptions = false)
    static final class Page extends OnPage {}

    @Command(name = "toc", description = "Print a book's table of contents.", sortOptions = false)
    static final class Contents extends OnBook {}

    @Command(name = "text", description = "Print the text of a whole book.", sortOptions = false)
    static final class Text extends OnBook {}

    @Command(name = "find", description = "Print where a book has some words.", sortOptions = false)
    static final class Find extends OnBook {
        @Parameters(index = "1", paramLabel = "WORDS", description = "What to look for; upper and lower case are one.")
        private String words;

        @Override
        void addTo(Map<String, String> arguments) throws UsageException {
            super.addTo(arguments);
            if (words.isBlank()) {
                throw new UsageException("There is nothing to look for");
            }
            arguments.put("words", words);
        }
    }

    @Command(name = "get", description = "Fetch a book's file.", sortOptions = false)
    static final class Get extends OnBook {
        @Option(names = "-o", paramLabel = "FILE", description = "Where to put it; overwritten if it is there.")
        private Path out;

        @Override
        void addTo(Map<String, String> arguments) throws UsageException {
            super.addTo(arguments);
            if (out != null) {
                arguments.put("out", out.toString());
            }
        }
    }

    @Command(name = "render", description = "Paint a page into a PNG file.", sortOptions = false)
    static final class Render extends OnPage {
        @Option(
                names = "-o",
                paramLabel = "FILE.png",
                required = true,
                description = "The picture; overwritten if it is there.")
        private Path out;

        @Option(
                names = "--dpi",
                paramLabel = "N",
                defaultValue = "100",
                description = "Dots per inch; 100 if not given.")
        private int dpi;

        @Override
        void addTo(Map<String, String> arguments) throws UsageException {
            super.addTo(arguments);
            Ranges.check("--dpi", dpi, 10, 2400);
            arguments.put("out", out.toString());
            arguments.put("dpi", Integer.toString(dpi));
        }
    }
}
