package netreader.catalogue.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.OpenText;
import netreader.format.Book;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.Work;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.LastingBook;
import netreader.format.registry.OpenBook;

/** A text of the library that somebody reads. */
final class LibraryText implements OpenText {
    /** Looking at the file takes longer than reading a page of it, and nobody turns pages this fast. */
    private static final long RECENT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final CatalogueBook row;
    private final Path file;
    private final SharedTexts texts;
    private final PageCache cache;
    private final SharedTexts.Key key;
    private final LastingBook book;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long checkedAt;
    private volatile boolean checked;

    /** Opens the text. */
    LibraryText(CatalogueBook row, Path file, OpenOptions options, SharedTexts texts, PageCache cache)
            throws CatalogueException {
        this.row = row;
        this.file = file;
        this.texts = texts;
        this.cache = cache;
        this.key = SharedTexts.key(row, options);
        this.book = texts.acquire(key, file);
        try {
            call(open -> true);
        } catch (CatalogueException e) {
            close();
            throw e;
        }
    }

    @Override
    public int pageCount() throws CatalogueException {
        return call(Book::pageCount);
    }

    @Override
    public Page page(int page) throws CatalogueException {
        requireSameFile();
        Optional<Object> incarnation = book.incarnation();
        Optional<Page> known = incarnation.flatMap(opened -> cache.get(opened, page));
        if (known.isPresent()) {
            return known.get();
        }
        Page read = orOutOfRange(call(book -> {
            int pages = book.pageCount();
            return page >= 0 && page < pages ? Optional.of(page(book, page, pages)) : Optional.empty();
        }));
        incarnation.ifPresent(opened -> cache.put(opened, read));
        return read;
    }

    @Override
    public Page pageAt(long anchor) throws CatalogueException {
        return orOutOfRange(call(book -> {
            int pages = book.pageCount();
            return pages > 0 ? Optional.of(page(book, book.pageAt(anchor), pages)) : Optional.empty();
        }));
    }

    private Page orOutOfRange(Optional<Page> page) throws CatalogueException {
        if (page.isPresent()) {
            return page.get();
        }
        int pages = pageCount();
        throw new CatalogueException(
                Problem.OUT_OF_RANGE,
                pages == 0 ? row.name() + " has no pages" : row.name() + " has only the pages 1 to " + pages);
    }

    private static Page page(Book book, int page, int pages) throws FormatException {
        String text = book.pageText(page);
        return new Page(page, pages, book.anchorOf(page), StandardCharsets.UTF_8.encode(text));
    }

    @Override
    public Outline outline(Work work) throws CatalogueException {
        return call(book -> book.outline(work));
    }

    @Override
    public int[] pagesAt(long[] anchors) throws CatalogueException {
        return call(book -> {
            int[] pages = new int[anchors.length];
            for (int i = 0; i < anchors.length; i++) {
                pages[i] = book.pageAt(anchors[i]);
            }
            return pages;
        });
    }

    private <T> T call(OpenBook.Call<Book, T> call) throws CatalogueException {
        requireSameFile();
        try {
            return book.read(call);
        } catch (FormatException e) {
            throw CatalogueException.of(e);
        } catch (FormatUnavailableException e) {
            throw new CatalogueException(Problem.FORMAT_UNAVAILABLE, e.getMessage(), e);
        } catch (IOException e) {
            throw new CatalogueException(Problem.IO, row.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void requireSameFile() throws CatalogueException {
        long now = System.nanoTime();
        if (checked && now - checkedAt < RECENT_NANOS) {
            return;
        }
        try {
            if (Versions.of(file).equals(row.version())) {
                checkedAt = now;
                checked = true;
                return;
            }
        } catch (NoSuchFileException e) {
            throw new CatalogueException(Problem.NOT_FOUND, row.name() + " has gone from the library", e);
        } catch (IOException e) {
            throw new CatalogueException(Problem.IO, row.name() + " cannot be read: " + e.getMessage(), e);
        }
        throw new CatalogueException(Problem.CHANGED, row.name() + " has changed on the server; open it again");
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            texts.release(key);
        }
    }
}
