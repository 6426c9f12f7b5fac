package netreader.client.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import netreader.format.Book;
import netreader.format.BookMetadata;
import netreader.format.BookSource;
import netreader.format.Delivery;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.Setting;
import netreader.format.Work;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.OpenBook;

/** A registry with texts that have a page every 100 bytes, small letters unless {@code case} is {@code upper}, and with files called PDF that nobody looks into. */
final class PagedFormats implements FormatRegistry {
    static final int PAGE_BYTES = 100;
    static final int CHAPTERS = 3;

    private static final Setting CASE = new Setting("case", "Case", List.of("upper"), "");

    private static final List<FormatInfo> FORMATS = List.of(
            new FormatInfo(
                    "TXT",
                    List.of("txt"),
                    "text/plain",
                    Delivery.PAGES,
                    List.of(CASE),
                    "test 1.0.0",
                    "test.jar",
                    "test 1.0.0"),
            new FormatInfo(
                    "PDF",
                    List.of("pdf"),
                    "application/pdf",
                    Delivery.FILE,
                    List.of(),
                    "test 1.0.0",
                    "test.jar",
                    "test 1.0.0"));

    @Override
    public List<FormatInfo> formats() {
        return FORMATS;
    }

    @Override
    public Optional<FormatInfo> byName(String name) {
        return FORMATS.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    @Override
    public Optional<FormatInfo> forFileName(String fileName) {
        return FORMATS.stream()
                .filter(format -> fileName.endsWith(format.extensions().get(0)))
                .findFirst();
    }

    @Override
    public OpenBook open(String format, BookSource source, OpenOptions options) throws FormatException {
        try {
            ByteBuffer bytes = ByteBuffer.allocate((int) source.size());
            source.readFully(0, bytes);
            return new Handle(new Pages(bytes.array(), options.settings().containsKey("case"), new AtomicInteger()));
        } catch (IOException e) {
            throw new FormatException(FormatException.Reason.IO, e.getMessage(), e);
        }
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        return () -> {};
    }

    private record Handle(Book book) implements OpenBook {
        @Override
        public <T> T read(Call<Book, T> call) throws FormatException {
            return call.on(book);
        }

        @Override
        public boolean closed() {
            return false;
        }

        @Override
        public void close() {}
    }

    /** Finds a chapter each time it has its little time, three in all. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Pages(byte[] text, boolean upper, AtomicInteger found) implements FlowingBook {
        @Override
        public Outline outline(Work work) {
            int chapters = found.incrementAndGet();
            while (chapters < CHAPTERS && !work.cancelled()) {
                Thread.onSpinWait();
            }
            List<Outline.Entry> entries = IntStream.range(0, chapters)
                    .mapToObj(i -> new Outline.Entry("Chapter " + i, 0, (long) i * PAGE_BYTES))
                    .toList();
            return new Outline(entries, chapters >= CHAPTERS);
        }

        @Override
        public BookMetadata metadata() {
            return new BookMetadata(Optional.empty(), List.of(), Optional.empty(), List.of());
        }

        @Override
        public int pageCount() {
            return text.length / PAGE_BYTES;
        }

        @Override
        public String pageText(int page) {
            String small = new String(text, page * PAGE_BYTES, PAGE_BYTES, StandardCharsets.US_ASCII);
            return upper ? small.toUpperCase(Locale.ROOT) : small;
        }

        @Override
        public long anchorOf(int page) {
            return (long) page * PAGE_BYTES;
        }

        @Override
        public int pageAt(long anchor) {
            return (int) Math.max(0, Math.min(anchor / PAGE_BYTES, pageCount() - 1));
        }

        @Override
        public void close() {}
    }
}
