package netreader.format.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookMetadata;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Hits;
import netreader.format.Link;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.Query;
import netreader.format.Setting;
import netreader.format.TextRun;
import netreader.format.Work;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** The kit says which promise is broken, and nothing of formats that keep them all. */
class ConformanceTest {
    private static final Sample SAMPLE = Sample.of(
                    "lines.txt", "one\ntwo two\nthree and one\n".getBytes(StandardCharsets.UTF_8))
            .pages(3);

    private static final List<Object> HELD = new ArrayList<>();

    /** What the failed tests of the names say. */
    private static List<String> failures(Conformance kit, Predicate<String> names) {
        List<String> failures = new ArrayList<>();
        try (Stream<DynamicNode> nodes = kit.tests()) {
            nodes.flatMap(ConformanceTest::leaves)
                    .filter(test -> names.test(test.getDisplayName()))
                    .forEach(test -> failures.addAll(failure(test)));
        }
        return failures;
    }

    private static Stream<DynamicTest> leaves(DynamicNode node) {
        return node instanceof DynamicContainer container
                ? container.getChildren().flatMap(ConformanceTest::leaves)
                : Stream.of((DynamicTest) node);
    }

    private static List<String> failure(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return List.of();
        } catch (AssertionError e) {
            return List.of(e.getMessage());
        } catch (Throwable e) {
            throw new AssertionError("Not a failure that an author understands", e);
        }
    }

    private static void assertBroken(String promise, String because, Sample sample, BookFormat format) {
        assertBroken(promise, because, sample, format, Duration.ofSeconds(20));
    }

    private static void assertBroken(String promise, String because, Sample sample, BookFormat format, Duration limit) {
        Conformance kit =
                Conformance.of(format).with(sample).callsEndWithin(limit).openingReads(1 << 20);
        List<String> failures = failures(kit, promise::equals);
        assertEquals(1, failures.size(), () -> "\"" + promise + "\" should be broken once, not: " + failures);
        assertTrue(failures.get(0).startsWith("Broken promise: " + promise), failures.get(0));
        assertTrue(failures.get(0).contains(because), failures.get(0));
    }

    private static void assertBroken(String promise, String because, BookFormat format) {
        assertBroken(promise, because, SAMPLE, format);
    }

    @Test
    void formatsThatKeepAllPromisesPass() {
        assertEquals(
                List.of(),
                failures(
                        Conformance.of((source, options) -> new LinesBook(source))
                                .with(SAMPLE)
                                .with(Sample.of("empty", new byte[0]).pages(0)),
                        name -> true));
        assertEquals(
                List.of(),
                failures(Conformance.of((source, options) -> new SquareBook()).with(SAMPLE.pages(2)), name -> true));
    }

    @Test
    void withoutABookThatOpensThereIsNothingToTest() {
        Conformance kit = Conformance.of((source, options) -> new SquareBook());
        assertThrows(IllegalStateException.class, kit::tests);
    }

    @Test
    void opening() {
        assertBroken("The book opens", "pages instead of", SAMPLE.pages(4), (source, options) -> new LinesBook(source));
        assertBroken("The book opens", "null", (source, options) -> null);
        assertBroken("The book opens", "IllegalStateException", (source, options) -> {
            throw new IllegalStateException("what now");
        });
        byte[] large = new byte[2 << 20];
        assertBroken(
                "Opening reads little of a large book",
                "2,097,152",
                Sample.of("large", large),
                (source, options) -> new LinesBook(source));
        assertBroken(
                "A book says what it is, and the same each time", "null", (source, options) -> new LinesBook(source) {
                    @Override
                    public BookMetadata metadata() {
                        return null;
                    }
                });
    }

    @Test
    void openingThatTakesMuchMemory() {
        BookFormat format = (source, options) -> {
            byte[] buffer = new byte[8 << 20];
            buffer[0] = 1;
            return new LinesBook(source);
        };
        Conformance kit = Conformance.of(format).with(SAMPLE).openingAllocates(1 << 20);
        assertEquals(1, failures(kit, "Opening takes little memory"::equals).size());
    }

    @Test
    void aCallThatHangs() {
        BookFormat format = (source, options) -> {
            while (true) {
                Thread.onSpinWait();
                if (Thread.currentThread().isInterrupted()) {
                    return new LinesBook(source);
                }
            }
        };
        Conformance kit = Conformance.of(format).with(SAMPLE).callsEndWithin(Duration.ofMillis(200));
        List<String> failures = failures(kit, "The book opens"::equals);
        assertTrue(failures.get(0).contains("it hangs at"), failures.get(0));
    }

    @Test
    void refusals() {
        Sample refused = Sample.of("bad", new byte[3]).refused(Reason.DAMAGED);
        BookFormat noSentence = (source, options) -> {
            if (size(source) == 3) {
                throw new FormatException(Reason.DAMAGED, "x");
            }
            return new LinesBook(source);
        };
        Conformance kit = Conformance.of(noSentence).with(SAMPLE).with(refused);
        assertEquals(
                1, failures(kit, "The file is refused with a sentence"::equals).size());
        Conformance opens = Conformance.of((source, options) -> new LinesBook(source))
                .with(SAMPLE)
                .with(refused);
        assertEquals(
                1,
                failures(opens, "The file is refused with a sentence"::equals).size());
        assertBroken(
                "An encrypted book asks for a password",
                "succeeded",
                SAMPLE.password("right"),
                (source, options) -> new LinesBook(source));
        assertBroken("A wrong password is told", "PASSWORD_REQUIRED", SAMPLE.password("right"), (source, options) -> {
            throw new FormatException(Reason.PASSWORD_REQUIRED, "This book asks for a password");
        });
    }

    private static long size(BookSource source) throws FormatException {
        return LinesBook.text(source).length();
    }

    @Test
    void pages() {
        assertBroken("Every page has a text, which may be empty", "null", (source, options) -> new LinesBook(source) {
            @Override
            public String pageText(int page) {
                return null;
            }
        });
        assertBroken(
                "A page has the same text each time", "something else", (source, options) -> new LinesBook(source) {
                    private int calls;

                    @Override
                    public String pageText(int page) {
                        return "call " + calls++;
                    }
                });
        assertBroken(
                "A page that the book does not have is refused with DAMAGED",
                "IndexOutOfBounds",
                (source, options) -> new LinesBook(source) {
                    @Override
                    public String pageText(int page) {
                        return List.of("a", "b", "c").get(page);
                    }
                });
    }

    @Test
    void anchors() {
        assertBroken("Anchors grow with the page", "anchorOf", (source, options) -> new LinesBook(source) {
            @Override
            public long anchorOf(int page) {
                return -page;
            }
        });
        assertBroken("The anchor of a page leads back to it", "pageAt", (source, options) -> new LinesBook(source) {
            @Override
            public long anchorOf(int page) {
                return page + 1L;
            }
        });
        assertBroken("Any anchor leads to a page of the book", "pageAt", (source, options) -> new LinesBook(source) {
            @Override
            public int pageAt(long anchor) {
                return (int) anchor;
            }
        });
        assertBroken(
                "An anchor leads to the same place when pages have another size",
                "pages of",
                (source, options) -> new LinesBook(source) {
                    @Override
                    public long anchorOf(int page) {
                        return (long) page * options.pageBytes();
                    }

                    @Override
                    public int pageAt(long anchor) {
                        return super.pageAt(anchor / options.pageBytes());
                    }
                });
    }

    private static BookFormat withOutline(Outline outline) {
        return (source, options) -> new LinesBook(source) {
            @Override
            public Outline outline(Work work) {
                return outline;
            }
        };
    }

    @Test
    void contents() {
        assertBroken(
                "The contents have titles",
                "no title",
                withOutline(new Outline(List.of(new Outline.Entry(" ", 0, 0)), true)));
        assertBroken(
                "Levels of the contents begin at 0 and grow by one at most",
                "level 1",
                withOutline(new Outline(List.of(new Outline.Entry("a", 1, 0)), true)));
        assertBroken(
                "The contents lead to places in the book",
                "behind the last page",
                withOutline(new Outline(List.of(new Outline.Entry("a", 0, 99)), true)));
        assertBroken(
                "Contents that were cancelled go on at the next call",
                "not complete",
                withOutline(new Outline(List.of(), false)));
        assertBroken(
                "Looking for contents stops when it is cancelled",
                "went on",
                (source, options) -> new LinesBook(source) {
                    @Override
                    public Outline outline(Work work) {
                        for (int i = 0; i < 1000; i++) {
                            work.cancelled();
                        }
                        return Outline.NONE;
                    }
                });
    }

    private static BookFormat withHits(Hits hits) {
        return (source, options) -> new LinesBook(source) {
            @Override
            public Hits find(Query query, long fromAnchor, int limit, Work work) {
                return hits;
            }
        };
    }

    @Test
    void searches() {
        Hits nothing = new Hits(List.of(), OptionalLong.empty());
        assertBroken("A word of a page is found on it", "stands on page 0", withHits(nothing));
        Hits circle = new Hits(List.of(new Hits.Hit(0, "one")), OptionalLong.of(0));
        assertBroken("What is not in the book is not found", "find answered", withHits(circle));
        assertBroken("A search with little time for each call finds the same", "got no further", withHits(circle));
        Hits backwards = new Hits(List.of(new Hits.Hit(2, "one"), new Hits.Hit(0, "one")), OptionalLong.empty());
        assertBroken("Hits come in order, as one line each", "follows", withHits(backwards));
        assertBroken("A search keeps its limit, and goes on where it stopped", "several pages", withHits(backwards));
        assertBroken("A search may begin anywhere", "ArrayIndex", (source, options) -> new LinesBook(source) {
            @Override
            public Hits find(Query query, long fromAnchor, int limit, Work work) {
                return new Hits[] {nothing, nothing, nothing}[(int) fromAnchor];
            }
        });
    }

    @Test
    void covers() {
        assertBroken("A cover is no larger than asked for", "300", (source, options) -> new LinesBook(source) {
            @Override
            public Optional<BufferedImage> cover(int maxPixels, Work work) {
                return Optional.of(new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB));
            }
        });
    }

    @Test
    void sources() {
        assertBroken("A source may give a single byte at a time", "readFully", (source, options) -> {
            ByteBuffer bytes = ByteBuffer.allocate((int) size(source));
            try {
                source.read(0, bytes);
            } catch (IOException e) {
                throw new FormatException(Reason.IO, "The file could not be read", e);
            }
            return new LinesBook(BookSource.of(bytes.array()));
        });
        assertBroken(
                "A source that fails makes calls end in IO, and never in DAMAGED", "DAMAGED", (source, options) -> {
                    try {
                        return new LinesBook(source);
                    } catch (FormatException e) {
                        throw new FormatException(Reason.DAMAGED, "The file is damaged", e);
                    }
                });
        assertBroken(
                "The source is not read once the book is closed", "reads", (source, options) -> new LinesBook(source) {
                    @Override
                    public String pageText(int page) throws FormatException {
                        LinesBook.text(source);
                        return super.pageText(page);
                    }
                });
        assertBroken(
                "When the source is back, the book goes on", "DAMAGED", (source, options) -> new LinesBook(source) {
                    private boolean broken;

                    @Override
                    public String pageText(int page) throws FormatException {
                        try {
                            LinesBook.text(source);
                        } catch (FormatException e) {
                            broken = true;
                        }
                        if (broken) {
                            throw new FormatException(Reason.DAMAGED, "The file is damaged");
                        }
                        return super.pageText(page);
                    }
                });
    }

    @Test
    void damage() {
        BookFormat fragile = (source, options) -> {
            LinesBook book = new LinesBook(source);
            if (book.pageCount() != 3 || !book.pageText(0).equals("one\n")) {
                throw new ArrayIndexOutOfBoundsException("index 7 out of bounds");
            }
            return book;
        };
        for (String promise : List.of(
                "A file that was cut off opens or is refused",
                "A file with wrong bytes opens or is refused",
                "A file of random bytes opens or is refused",
                "An empty file opens or is refused")) {
            assertBroken(promise, "ArrayIndexOutOfBounds", fragile);
        }
    }

    @Test
    void largeFilesAreDamagedToo() {
        byte[] large = "one\n".repeat((2 << 20) / 4).getBytes(StandardCharsets.UTF_8);
        BookFormat fragile = (source, options) -> {
            LinesBook book = new LinesBook(source);
            if (book.pageCount() != large.length / 4) {
                throw new ArrayIndexOutOfBoundsException("index 7 out of bounds");
            }
            return book;
        };
        List<String> failures = failures(
                Conformance.of(fragile).with(Sample.of("large.txt", large)),
                name -> name.equals("A file that was cut off opens or is refused"));
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).contains("ArrayIndexOutOfBounds"), failures.get(0));
    }

    @Test
    void closing() {
        assertBroken("A book may be closed twice", "IllegalState", (source, options) -> new LinesBook(source) {
            @Override
            public void close() {
                if (closed()) {
                    throw new IllegalStateException("closed already");
                }
                super.close();
            }
        });
        assertBroken("A closed book says so with CANCELLED", "answered", (source, options) -> new LinesBook(source) {
            @Override
            public void close() {}
        });
    }

    @Test
    void whatStaysInMemory() {
        BookFormat format = (source, options) -> {
            HELD.add(source);
            return new LinesBook(source);
        };
        assertBroken("Nothing of a closed book stays in memory", "its source", SAMPLE, format, Duration.ofSeconds(2));
        HELD.clear();
    }

    @Test
    void threads() {
        assertBroken(
                "A flowing book gives all threads the same pages at once",
                "",
                (source, options) -> new LinesBook(source) {
                    private final Thread owner = Thread.currentThread();

                    @Override
                    public String pageText(int page) throws FormatException {
                        return Thread.currentThread() == owner ? super.pageText(page) : "";
                    }
                });
        List<Thread> left = new ArrayList<>();
        BookFormat format = (source, options) -> {
            Thread thread = new Thread(ConformanceTest::sleepLong, "left behind");
            thread.setDaemon(true);
            thread.start();
            left.add(thread);
            return new LinesBook(source);
        };
        assertBroken("Threads end with the work they are for", "left behind", SAMPLE, format, Duration.ofSeconds(2));
        left.forEach(Thread::interrupt);
    }

    private static void sleepLong() {
        try {
            Thread.sleep(Duration.ofMinutes(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BookFormat withSettings(List<Setting> settings) {
        return new BookFormat() {
            @Override
            public List<Setting> settings() {
                return settings;
            }

            @Override
            public Book open(BookSource source, OpenOptions options) throws FormatException {
                if (!options.settings().isEmpty()) {
                    throw new FormatException(Reason.UNSUPPORTED, "That setting is not known");
                }
                return new LinesBook(source);
            }
        };
    }

    @Test
    void settings() {
        Setting size = new Setting("size", "Size", List.of("1", "2"), "3");
        assertBroken("Settings have names and titles of their own", "default", withSettings(List.of(size)));
        assertBroken("A book opens with each choice of each setting", "size = 1", withSettings(List.of(size)));
        assertBroken("Settings of others are ignored", "UNSUPPORTED", withSettings(List.of()));
    }

    @Test
    void painting() {
        assertBroken("A page is painted all over", "paper", SAMPLE.pages(2), (source, options) -> new SquareBook() {
            @Override
            void paint(Graphics2D graphics, double pixelsPerPoint, Rectangle clip) {}
        });
        assertBroken(
                "A part of a page looks as it does in the whole",
                "pixels",
                SAMPLE.pages(2),
                (source, options) -> new SquareBook() {
                    @Override
                    void paint(Graphics2D graphics, double pixelsPerPoint, Rectangle clip) {
                        super.paint(graphics, pixelsPerPoint, new Rectangle(clip.getSize()));
                    }
                });
        assertBroken(
                "Nothing is painted beside the clip",
                "the pixel",
                SAMPLE.pages(2),
                (source, options) -> new SquareBook() {
                    @Override
                    void paint(Graphics2D graphics, double pixelsPerPoint, Rectangle clip) {
                        graphics.setClip(null);
                        graphics.fillRect(0, 0, 1000, 1000);
                    }
                });
        assertBroken(
                "Painting stops when it is cancelled",
                "went on",
                SAMPLE.pages(2),
                (source, options) -> new SquareBook() {
                    @Override
                    public void render(int page, double scale, Rectangle clip, BufferedImage target, Work work)
                            throws FormatException {
                        for (int i = 0; i < 1000; i++) {
                            work.cancelled();
                        }
                        super.render(page, scale, clip, target, Work.UNCANCELLED);
                    }
                });
        assertBroken(
                "Links lead to places in the book",
                "behind the last",
                SAMPLE.pages(2),
                (source, options) -> new SquareBook() {
                    @Override
                    public List<Link> links(int page) {
                        return List.of(new Link(new Rectangle(1, 1), new Link.ToAnchor(2)));
                    }
                });
    }

    @Test
    void textOnPaintedPages() {
        assertBroken("Text lies on the page", "beside page", SAMPLE.pages(2), (source, options) -> new SquareBook() {
            @Override
            public List<TextRun> textRuns(int page) {
                return List.of(new TextRun("square", new Rectangle(500, 10, 10, 10), true));
            }
        });
        assertBroken(
                "Text with its place is the page's text",
                "differ",
                SAMPLE.pages(2),
                (source, options) -> new SquareBook() {
                    @Override
                    public List<TextRun> textRuns(int page) {
                        return List.of(new TextRun("circle, not that", new Rectangle(50, 10, 10, 10), true));
                    }
                });
    }
}
