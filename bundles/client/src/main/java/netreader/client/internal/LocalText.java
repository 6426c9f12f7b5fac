package netreader.client.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.FlowingReading;
import netreader.client.SearchHits;
import netreader.client.ShelfBook;
import netreader.client.TextPage;
import netreader.format.Book;
import netreader.format.FormatException;
import netreader.format.Hits;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.Query;
import netreader.format.ShortWork;
import netreader.format.Work;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.LastingBook;
import netreader.format.registry.OpenBook;

/** A text of which the pages are cut here, and not by a server. */
final class LocalText implements FlowingReading {
    /** A piece of a search or of the headings, so that a page never waits long. */
    private static final Duration PIECE = Duration.ofMillis(200);

    private final ShelfBook shelfBook;
    private final LastingBook book;
    private volatile int pages;

    LocalText(ShelfBook shelfBook, Path path, OpenOptions options, FormatRegistry formats) throws ClientException {
        this.shelfBook = shelfBook;
        this.book = new LastingBook(formats, shelfBook.format(), path, options);
        try {
            this.pages = call(Book::pageCount);
        } catch (ClientException e) {
            book.close();
            throw e;
        }
    }

    @Override
    public ShelfBook book() {
        return shelfBook;
    }

    @Override
    public int pageCount() {
        return pages;
    }

    @Override
    public TextPage page(int page) throws ClientException {
        return call(open -> read(open, page));
    }

    @Override
    public TextPage pageAt(long anchor) throws ClientException {
        return call(open -> read(open, open.pageAt(anchor)));
    }

    @Override
    public int edition() {
        return 0;
    }

    private TextPage read(Book open, int page) throws FormatException {
        pages = open.pageCount();
        int nearest = Math.max(0, Math.min(page, pages - 1));
        return new TextPage(nearest, pages, open.anchorOf(nearest), open.pageText(nearest));
    }

    @Override
    public Contents contents() throws ClientException {
        Contents contents;
        do {
            contents = call(open -> contents(open, new ShortWork(PIECE)));
        } while (!contents.complete());
        return contents;
    }

    private static Contents contents(Book open, Work work) throws FormatException {
        Outline outline = open.outline(work);
        List<Contents.Entry> entries = new ArrayList<>();
        for (Outline.Entry entry : outline.entries()) {
            entries.add(new Contents.Entry(entry.title(), entry.level(), open.pageAt(entry.anchor()), entry.anchor()));
        }
        return new Contents(entries, outline.complete());
    }

    @Override
    public SearchHits find(String query, long from, int limit) throws ClientException {
        return call(open -> {
            Hits found = open.find(new Query(query), from, limit, new ShortWork(PIECE));
            List<SearchHits.Hit> hits = found.hits().stream()
                    .map(hit -> new SearchHits.Hit(open.pageAt(hit.anchor()), hit.anchor(), hit.text()))
                    .toList();
            return new SearchHits(hits, found.next());
        });
    }

    private <T> T call(OpenBook.Call<Book, T> call) throws ClientException {
        try {
            return book.read(call);
        } catch (FormatException e) {
            throw new ClientException(e.reason().name(), e.getMessage(), e);
        } catch (FormatUnavailableException e) {
            throw new ClientException(ClientException.FORMAT_UNAVAILABLE, e.getMessage(), e);
        } catch (IOException e) {
            throw new ClientException(ClientException.LOCAL_IO, shelfBook.name() + " cannot be read", e);
        }
    }

    /** A call that is running may take a while to end; nobody waits for that. */
    @Override
    public void close() {
        Thread closing = new Thread(book::close, "netreader-closing");
        closing.setDaemon(true);
        closing.start();
    }
}
