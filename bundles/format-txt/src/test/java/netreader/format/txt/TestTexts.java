package netreader.format.txt;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.format.Book;
import netreader.format.BookSource;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.Work;

/** Opens texts and tells what is in them. */
public final class TestTexts {
    /** A folder that cannot be made, so that no test finds what another one kept. */
    public static final Path NO_CACHE = Path.of("/dev/null/cache");

    private TestTexts() {}

    /** Opens bytes as a text whose charset is stated; "" for one that is to be found. */
    public static FlowingBook open(byte[] bytes, String charset, int pageBytes) throws FormatException {
        return open(BookSource.of(bytes), charset, pageBytes);
    }

    public static FlowingBook open(BookSource source, String charset, int pageBytes) throws FormatException {
        OpenOptions options =
                new OpenOptions(Optional.empty(), pageBytes, Map.of(TxtFormat.CHARSET, charset), NO_CACHE);
        return (FlowingBook) new TxtFormat().open(source, options);
    }

    public static String detail(FlowingBook book, String name) {
        return book.metadata().details().stream()
                .filter(detail -> detail.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** The titles of all chapters. */
    public static List<String> titles(Book book) throws FormatException {
        return book.outline(Work.UNCANCELLED).entries().stream()
                .map(Outline.Entry::title)
                .toList();
    }

    public static String wholeText(FlowingBook book) throws FormatException {
        StringBuilder text = new StringBuilder();
        for (int page = 0; page < book.pageCount(); page++) {
            text.append(book.pageText(page));
        }
        return text.toString();
    }
}
