package netreader.client.internal;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import netreader.format.Book;
import netreader.format.BookMetadata;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.TextRun;
import netreader.format.Work;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.OpenBook;

/** Painted books with a page in every 10,000 bytes, whose text is these bytes; nothing else is read. */
final class StreamedFormats implements FormatRegistry {
    static final int PAGE_BYTES = 10_000;

    private final FormatRegistry others = new PagedFormats();

    @Override
    public List<FormatInfo> formats() {
        return others.formats();
    }

    @Override
    public Optional<FormatInfo> byName(String name) {
        return others.byName(name);
    }

    @Override
    public Optional<FormatInfo> forFileName(String fileName) {
        return others.forFileName(fileName);
    }

    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public AutoCloseable listen(Runnable listener) {
        return others.listen(listener);
    }

    @Override
    public OpenBook open(String format, BookSource source, OpenOptions options)
            throws FormatException, FormatUnavailableException {
        return format.equals("PDF") ? new Handle(new Pages(source)) : others.open(format, source, options);
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

    private record Pages(BookSource source) implements PaintedBook {
        @Override
        public BookMetadata metadata() {
            return BookMetadata.NONE;
        }

        @Override
        public int pageCount() {
            try {
                return (int) (source.size() / PAGE_BYTES);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String pageText(int page) throws FormatException {
            ByteBuffer bytes = ByteBuffer.allocate(PAGE_BYTES);
            try {
                source.readFully((long) page * PAGE_BYTES, bytes);
            } catch (IOException e) {
                throw new FormatException(FormatException.Reason.IO, "The page cannot be read", e);
            }
            return new String(bytes.array(), StandardCharsets.ISO_8859_1);
        }

        @Override
        public PageSize pageSize(int page) {
            return new PageSize(10, 10);
        }

        @Override
        public void render(int page, double pixelsPerPoint, Rectangle clip, BufferedImage target, Work work)
                throws FormatException {
            target.setRGB(0, 0, pageText(page).hashCode());
        }

        @Override
        public List<TextRun> textRuns(int page) {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
