package netreader.catalogue.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import netreader.catalogue.internal.inspect.HostileLines;
import netreader.format.Book;
import netreader.format.BookMetadata;
import netreader.format.BookSource;
import netreader.format.Delivery;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import netreader.format.Setting;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.OpenBook;

/**
 * A registry with two formats, whose pages have ten bytes and whose title is the first line; "bad" bytes are damaged.
 * Their setting {@code voice} may be {@code loud} or {@code low}; {@code shrill} they do not know. LINES are read page by
 * page; SHEETS go to their readers, and some of them do what their first line says (see {@link HostileLines}).
 */
public final class TestFormats implements FormatRegistry {
    static final FormatInfo LINES = new FormatInfo(
            "LINES",
            List.of("lines"),
            "text/x-lines",
            Delivery.PAGES,
            List.of(new Setting("voice", "Voice", List.of("loud", "low"), "")),
            "test 1.0.0",
            "test.jar",
            "test 1.0.0");

    static final FormatInfo SHEETS = new FormatInfo(
            "SHEETS",
            List.of("sheets"),
            "text/x-sheets",
            Delivery.FILE,
            LINES.settings(),
            "test 1.0.0",
            "test.jar",
            "test 1.0.0");

    final AtomicInteger opened = new AtomicInteger();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean present = true;
    private volatile String build = SHEETS.build();

    public void setPresent(boolean present) {
        this.present = present;
        listeners.forEach(Runnable::run);
    }

    /** As if the bundle of SHEETS was replaced. */
    void setBuild(String build) {
        this.build = build;
        listeners.forEach(Runnable::run);
    }

    private static FormatInfo withBuild(FormatInfo info, String build) {
        return new FormatInfo(
                info.name(),
                info.extensions(),
                info.mediaType(),
                info.delivery(),
                info.settings(),
                info.provider(),
                info.file(),
                build);
    }

    @Override
    public List<FormatInfo> formats() {
        return present ? List.of(LINES, withBuild(SHEETS, build)) : List.of();
    }

    @Override
    public Optional<FormatInfo> byName(String name) {
        return formats().stream().filter(format -> format.name().equals(name)).findFirst();
    }

    @Override
    public Optional<FormatInfo> forFileName(String fileName) {
        return formats().stream()
                .filter(format -> fileName.endsWith("." + format.extensions().get(0)))
                .findFirst();
    }

    @Override
    public OpenBook open(String format, BookSource source, OpenOptions options)
            throws FormatException, FormatUnavailableException {
        if (byName(format).isEmpty()) {
            throw new FormatUnavailableException(format);
        }
        opened.incrementAndGet();
        String text = spoken(read(source), options.settings().getOrDefault("voice", ""));
        return new Handle(format.equals(SHEETS.name()) ? HostileLines.open(new Lines(text)) : new Lines(text));
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static String spoken(String text, String voice) throws FormatException {
        return switch (voice) {
            case "loud" -> text.toUpperCase(Locale.ROOT);
            case "low" -> text.toLowerCase(Locale.ROOT);
            case "" -> text;
            default -> throw new FormatException(Reason.UNSUPPORTED, "The voice " + voice + " is not known");
        };
    }

    private static String read(BookSource source) throws FormatException {
        try {
            ByteBuffer bytes = ByteBuffer.allocate((int) source.size());
            source.readFully(0, bytes);
            String text = new String(bytes.array(), StandardCharsets.UTF_8);
            if (text.startsWith("bad")) {
                throw new FormatException(Reason.DAMAGED, "The file begins with bad");
            }
            return text;
        } catch (IOException e) {
            throw new FormatException(Reason.IO, e.getMessage(), e);
        }
    }

    private final class Handle implements OpenBook {
        private final Book book;

        Handle(Book book) {
            this.book = book;
        }

        @Override
        public <T> T read(Call<Book, T> call) throws FormatException, FormatUnavailableException {
            if (!present) {
                throw new FormatUnavailableException(LINES.name());
            }
            return call.on(book);
        }

        @Override
        public boolean closed() {
            return !present;
        }

        @Override
        public void close() {}
    }

    public record Lines(String text) implements FlowingBook {
        private static final int PAGE = 10;

        @Override
        public BookMetadata metadata() {
            String first = text.lines().findFirst().orElse("");
            return new BookMetadata(
                    first.isEmpty() ? Optional.empty() : Optional.of(first), List.of(), Optional.empty(), List.of());
        }

        @Override
        public int pageCount() {
            return (text.length() + PAGE - 1) / PAGE;
        }

        @Override
        public String pageText(int page) {
            return text.substring(page * PAGE, Math.min(text.length(), (page + 1) * PAGE));
        }

        @Override
        public void close() {}
    }
}
