package netreader.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import netreader.format.Book;
import netreader.format.FormatException;
import netreader.format.Hits;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.Query;
import netreader.format.Work;
import netreader.format.registry.FileSource;
import netreader.format.txt.TxtFormat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What reading a text costs, on a real file. Run by {@code benchmarks/text}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Text {
    private static final int PAGES_IN_A_ROW = 256;

    /** The text to read. */
    @Param("")
    public String file;

    /** Its charset, for what is measured without detection. */
    @Param("GB18030")
    public String charset;

    private final TxtFormat format = new TxtFormat();
    private final SplittableRandom random = new SplittableRandom(1);
    private Path cache;
    private FileSource source;
    private Book book;
    private int next;

    @Setup(Level.Trial)
    public void open() throws IOException, FormatException {
        cache = Files.createTempFile("netreader-benchmark", null); // no folder, so that nothing is kept
        source = FileSource.open(Path.of(file));
        book = openAs(charset);
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        source.close();
        Files.delete(cache);
    }

    private Book openAs(String setting) throws FormatException {
        Map<String, String> settings = setting.isEmpty() ? Map.of() : Map.of("charset", setting);
        return format.open(source, new OpenOptions(Optional.empty(), OpenOptions.DEFAULT_PAGE_BYTES, settings, cache));
    }

    @Benchmark
    public Book detect() throws FormatException {
        return openAs("");
    }

    @Benchmark
    public String openWithFirstPage() throws FormatException {
        return openAs(charset).pageText(0);
    }

    @Benchmark
    public String randomPage() throws FormatException {
        return book.pageText(random.nextInt(book.pageCount()));
    }

    @Benchmark
    public String jumpToAnchor() throws FormatException {
        return book.pageText(book.pageAt(random.nextLong(book.anchorOf(book.pageCount()))));
    }

    @Benchmark
    public int pagesInARow() throws FormatException {
        int characters = 0;
        for (int i = 0; i < PAGES_IN_A_ROW; i++) {
            next = (next + 1) % book.pageCount();
            characters += book.pageText(next).length();
        }
        return characters;
    }

    /** Of the whole file; a book that was just opened remembers no chapters. */
    @Benchmark
    public Outline chapters() throws FormatException {
        return openAs(charset).outline(Work.UNCANCELLED);
    }

    /** Through the whole file, since the words are not there. */
    @Benchmark
    public Hits searchHanzi() throws FormatException {
        return book.find(new Query("魑魅魍魉"), 0, 1, Work.UNCANCELLED);
    }

    @Benchmark
    public Hits searchLatin() throws FormatException {
        return book.find(new Query("NetReader's"), 0, 1, Work.UNCANCELLED);
    }
}
