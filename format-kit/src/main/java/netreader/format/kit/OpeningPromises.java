package netreader.format.kit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import netreader.format.Book;
import netreader.format.BookMetadata;
import netreader.format.FlowingBook;
import netreader.format.OpenOptions;
import netreader.format.PaintedBook;

/** What opening a book promises. */
final class OpeningPromises {
    private static final String CHAPTER = "Opening";

    static final List<Promise> ALL = List.of(
            new Promise("The book opens", "BookFormat.open", CHAPTER, OpeningPromises::opens),
            new Promise("A book is either painted or flowing", "Book", CHAPTER, OpeningPromises::isOfOneKind),
            new Promise(
                    "A book says what it is, and the same each time",
                    "Book.metadata",
                    CHAPTER,
                    OpeningPromises::describesItself),
            new Promise(
                    "Opening reads little of a large book", "BookFormat.open", CHAPTER, OpeningPromises::readsLittle),
            new Promise("Opening takes little memory", "BookFormat.open", CHAPTER, OpeningPromises::allocatesLittle),
            new Promise(
                    "A book opens the same way each time, at once too",
                    "BookFormat.open",
                    CHAPTER,
                    OpeningPromises::opensTwice));

    private OpeningPromises() {}

    private static void opens(Subject subject) throws Exception {
        int pages = subject.with(Book::pageCount);
        Broken.unless(pages >= 0, "pageCount is %d", pages);
        OptionalInt expected = subject.sample().pages();
        Broken.unless(
                expected.isEmpty() || expected.getAsInt() == pages,
                "The book has %d pages instead of %s",
                pages,
                expected);
    }

    private static void isOfOneKind(Subject subject) throws Exception {
        boolean ok = subject.with(book -> book instanceof PaintedBook != book instanceof FlowingBook);
        Broken.unless(ok, "open must answer a PaintedBook (delivery file) or a FlowingBook (delivery pages)");
    }

    private static void describesItself(Subject subject) throws Exception {
        subject.with(book -> {
            BookMetadata first = book.metadata();
            Broken.unless(first != null, "metadata answered null; what is not known is BookMetadata.NONE");
            Broken.unless(!first.title().map(String::isBlank).orElse(false), "The title is there, but blank");
            Broken.unless(first.authors().stream().noneMatch(String::isBlank), "An author's name is blank");
            Broken.unless(first.equals(book.metadata()), "metadata answered something else the second time");
            return null;
        });
    }

    private static void readsLittle(Subject subject) throws Exception {
        CountingSource source = new CountingSource(subject.sample().source());
        subject.with(source, subject.options(), Book::pageCount);
        Broken.unless(
                source.bytesRead() <= subject.limits().readToOpen(),
                "open read %,d bytes of %,d, and may read %,d; a reader far away waits for each of them",
                source.bytesRead(),
                source.size(),
                subject.limits().readToOpen());
    }

    private static void allocatesLittle(Subject subject) throws Exception {
        if (!(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads)
                || !threads.isThreadAllocatedMemorySupported()) {
            return;
        }
        subject.with(Book::pageCount); // classes and tables are made once
        long allocated = subject.within("open", () -> {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            try (Book book = subject.open(subject.sample().source())) {
                return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            }
        });
        Broken.unless(
                allocated <= subject.limits().allocatedToOpen(),
                "open allocated %,d bytes, and may allocate %,d",
                allocated,
                subject.limits().allocatedToOpen());
    }

    private static void opensTwice(Subject subject) throws Exception {
        subject.with(first -> subject.with(
                subject.sample().source(), subject.options(OpenOptions.DEFAULT_PAGE_BYTES, Map.of()), second -> {
                    Broken.unless(
                            first.pageCount() == second.pageCount(),
                            "A second open of the same file has %d pages, the first %d",
                            second.pageCount(),
                            first.pageCount());
                    return null;
                }));
    }
}
