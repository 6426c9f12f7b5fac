package netreader.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netreader.client.ClientException;
import netreader.client.ShelfQuery;
import netreader.format.OpenOptions;

/** A command as the launcher has parsed it. */
record Arguments(Map<String, String> values) {
    private static final int MAX_WORDS = 1000;

    Arguments {
        values = Map.copyOf(values);
    }

    String command() {
        return required("command");
    }

    String book() {
        return required("book");
    }

    /**
     * What to look for.
     *
     * @throws ClientException USAGE if there is nothing in it, or too much
     */
    String words() throws ClientException {
        String words = required("words").strip();
        if (words.isEmpty() || words.length() > MAX_WORDS) {
            throw new ClientException(Failures.USAGE, "What to look for has 1 to " + MAX_WORDS + " characters");
        }
        return words;
    }

    /** Which books to list, in pages of as many as may be asked for; by the time when they were found unless told. */
    ShelfQuery query() {
        String sort = values.getOrDefault("sort", "added").toUpperCase(Locale.ROOT);
        int page = (int) Math.min(limit(), ShelfQuery.MAX_LIMIT);
        return new ShelfQuery(
                values.getOrDefault("filter", ""),
                ShelfQuery.Order.valueOf(sort),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                page);
    }

    /** How many books to list at most. */
    long limit() {
        return Long.parseLong(values.getOrDefault("limit", Long.toString(Long.MAX_VALUE)));
    }

    boolean json() {
        return values.containsKey("json");
    }

    boolean verbose() {
        return values.containsKey("verbose");
    }

    Optional<Path> out() {
        return Optional.ofNullable(values.get("out")).map(Path::of);
    }

    Optional<String> password() {
        return Optional.ofNullable(values.get("password"));
    }

    int dpi() {
        return Integer.parseInt(values.getOrDefault("dpi", "100"));
    }

    int pageBytes() {
        return Integer.parseInt(values.getOrDefault("pageBytes", Integer.toString(OpenOptions.DEFAULT_PAGE_BYTES)));
    }

    /**
     * The page that was asked for, from 0.
     *
     * @throws ClientException OUT_OF_RANGE if a book of so many pages does not have it
     */
    int page(int pages) throws ClientException {
        String number = required("page");
        // Ten digits may be more than an int holds, and are more pages than any book has.
        int page = number.matches("\\d{1,9}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
        if (page < 1 || page > pages) {
            String has = pages == 0 ? "no pages" : pages == 1 ? "one page" : "pages 1 to " + pages;
            throw new ClientException(Failures.OUT_OF_RANGE, "There is no page " + number + "; the book has " + has);
        }
        return page - 1;
    }

    private String required(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The command lacks " + name);
        }
        return value;
    }
}
