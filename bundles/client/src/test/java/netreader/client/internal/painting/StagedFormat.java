package netreader.client.internal.painting;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import netreader.client.internal.RealServer;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookMetadata;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.TextRun;
import netreader.format.Work;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.LastingBook;
import netreader.format.registry.internal.InstalledFormats;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;

/** A format, in the real registry, whose pages are painted as the test says. Books have 100 pages of 100 by 100 points. */
public final class StagedFormat implements BookFormat, Closeable {
    public static final int PAGES = 100;
    public static final String NAME = "STAGED";

    /** How a page is painted. */
    public interface Script {
        void paint(BufferedImage target, Work work) throws FormatException;
    }

    /** A painting that has begun. */
    record Began(int page, double pixelsPerPoint) {}

    /** How the pages are painted that are not painted at once. */
    public final Map<Integer, Script> scripts = new ConcurrentHashMap<>();

    final BlockingQueue<Began> began = new LinkedBlockingQueue<>();
    final AtomicInteger opened = new AtomicInteger();
    public volatile Script contents = (target, work) -> {};

    private final InstalledFormats registry = new InstalledFormats();
    private final ServiceReference<?> reference = reference();
    private final Path file;

    public StagedFormat() throws Exception {
        file = Files.createTempFile("netreader-staged", null);
        install();
    }

    void install() throws Exception {
        RealServer.call(registry, "addFormat", this, reference);
    }

    void remove() throws Exception {
        RealServer.call(registry, "removeFormat", reference);
    }

    /** A wait in a script, which has no room for an interrupt. */
    public static boolean pause(CountDownLatch gate, long millis) {
        try {
            return gate.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public FormatRegistry registry() {
        return registry;
    }

    public Path file() {
        return file;
    }

    LastingBook book() {
        return new LastingBook(registry, NAME, file, OpenOptions.defaults(file));
    }

    private static ServiceReference<?> reference() {
        Bundle bundle = RealServer.proxy(
                Bundle.class,
                (proxy, method, arguments) ->
                        method.getName().equals("getVersion") ? Version.emptyVersion : "test.staged");
        Map<String, Object> properties = Map.of(
                BookFormat.NAME,
                NAME,
                BookFormat.EXTENSIONS,
                "staged",
                BookFormat.MEDIA_TYPE,
                "test/staged",
                BookFormat.DELIVERY,
                "file");
        return RealServer.proxy(ServiceReference.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundle" -> bundle;
            case "getProperty" -> properties.get((String) arguments[0]);
            case "equals" -> proxy == arguments[0];
            default -> 0;
        });
    }

    @Override
    public Book open(BookSource source, OpenOptions options) {
        opened.incrementAndGet();
        return new StagedBook();
    }

    @Override
    public void close() throws IOException {
        Files.delete(file);
    }

    private final class StagedBook implements PaintedBook {
        @Override
        public PageSize pageSize(int page) {
            return new PageSize(100, 100);
        }

        @Override
        public void render(int page, double pixelsPerPoint, Rectangle clip, BufferedImage target, Work work)
                throws FormatException {
            began.add(new Began(page, pixelsPerPoint));
            scripts.getOrDefault(page, (image, wanted) -> {}).paint(target, work);
        }

        @Override
        public Outline outline(Work work) throws FormatException {
            contents.paint(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), work);
            return new Outline(List.of(new Outline.Entry("Chapter", 0, 5)), !work.cancelled());
        }

        @Override
        public List<TextRun> textRuns(int page) {
            return List.of();
        }

        @Override
        public BookMetadata metadata() {
            return new BookMetadata(Optional.empty(), List.of(), Optional.empty(), List.of());
        }

        @Override
        public int pageCount() {
            return PAGES;
        }

        @Override
        public String pageText(int page) {
            return "page " + page;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
