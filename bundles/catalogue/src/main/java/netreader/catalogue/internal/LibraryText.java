package netreader.catalogue.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.OpenText;
import netreader.catalogue.internal.scan.Courtesy;
import netreader.format.Book;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Hits;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.Query;
import netreader.format.Work;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.OpenBook;

/** A text of the library that somebody reads. */
final class LibraryText implements OpenText {
    private final CatalogueBook row;
    private final SharedTexts texts;
    private final PageCache cache;
    private final Courtesy courtesy;
    private final SharedTexts.Key key;
    private final SharedText text;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Opens the text.
     *
     * @param version that the file must have from now on
     */
    LibraryText(
            CatalogueBook row,
            String version,
            Path file,
            OpenOptions options,
            SharedTexts texts,
            PageCache cache,
            Courtesy courtesy)
            throws CatalogueException {
        this.row = row;
        this.texts = texts;
        this.cache = cache;
        this.courtesy = courtesy;
        this.key = SharedTexts.key(row, version, options);
        this.text = texts.acquire(key, row.name(), file);
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
        courtesy.pageTurned();
        text.requireSame();
        Optional<Object> incarnation = text.book().incarnation();
        Optional<Page> known = incarnation.flatMap(opened -> cache.get(opened, page));
        if (known.isPresent()) {
            return known.get();
        }
        Page read = orOutOfRange(ask(book -> {
            int pages = book.pageCount();
            return page >= 0 && page < pages ? Optional.of(page(book, page, pages)) : Optional.empty();
        }));
        if (incarnation.isPresent()) {
            text.cachedOf(incarnation).ifPresent(cache::forget);
            cache.put(incarnation.get(), read);
        }
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
    public Hits find(Query query, long from, int limit, Work work) throws CatalogueException {
        return call(book -> book.find(query, from, limit, work));
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
        text.requireSame();
        return ask(call);
    }

    private <T> T ask(OpenBook.Call<Book, T> call) throws CatalogueException {
        try {
            return text.book().read(call);
        } catch (FormatException e) {
            if (e.reason() == Reason.IO) {
                text.requireSameNow(); // that it was cut off under the call is what there is to say
            }
            throw CatalogueException.of(e);
        } catch (FormatUnavailableException e) {
            throw new CatalogueException(Problem.FORMAT_UNAVAILABLE, e.getMessage(), e);
        } catch (IOException e) {
            throw new CatalogueException(Problem.IO, row.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            if (texts.release(key, text)) {
                text.cachedOf(Optional.empty()).ifPresent(cache::forget);
            }
        }
    }
}
