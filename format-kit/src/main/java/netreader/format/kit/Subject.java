package netreader.format.kit;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;

/** What a promise is tested on: a format and a book of it. */
record Subject(BookFormat format, Sample sample, Limits limits, Path cache) {
    private static final int PAGES = 12;

    /** Something with an open book, which may end in any way. */
    interface Use<T> {
        T of(Book book) throws Exception;
    }

    OpenOptions options() {
        return options(OpenOptions.DEFAULT_PAGE_BYTES, Map.of());
    }

    OpenOptions options(int pageBytes, Map<String, String> settings) {
        return new OpenOptions(sample.password(), pageBytes, settings, cache);
    }

    Book open(BookSource source) throws FormatException {
        return open(source, options());
    }

    Book open(BookSource source, OpenOptions options) throws FormatException {
        Book book = format.open(source, options);
        Broken.unless(book != null, "open answered null");
        return book;
    }

    /** Opens the book, uses it and closes it, all on one thread, in no more than the time that a call may take. */
    <T> T with(Use<T> use) throws Exception {
        return with(sample.source(), options(), use);
    }

    <T> T with(BookSource source, OpenOptions options, Use<T> use) throws Exception {
        return within("The test", () -> {
            try (Book book = open(source, options)) {
                return use.of(book);
            }
        });
    }

    <T> T within(String what, Guard.Call<T> call) throws Exception {
        return Guard.within(limits.call(), what, call);
    }

    /** Some of the book's pages, first and last among them, ascending. */
    static int[] somePages(Book book) {
        int count = book.pageCount();
        TreeSet<Integer> pages = new TreeSet<>();
        for (int i = 0; i < PAGES && count > 0; i++) {
            pages.add((int) ((count - 1L) * i / (PAGES - 1)));
        }
        return pages.stream().mapToInt(Integer::intValue).toArray();
    }
}
