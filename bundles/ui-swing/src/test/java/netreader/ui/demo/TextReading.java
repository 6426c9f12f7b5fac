package netreader.ui.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.FlowingReading;
import netreader.client.SearchHits;
import netreader.client.ShelfBook;
import netreader.client.TextPage;

/** A text in memory; the anchor of a page is 1,000 times its number. */
final class TextReading implements FlowingReading {
    private static final int STRIDE = 1000;

    private final FakeClient client;
    private final ShelfBook book;
    private final int editionAtOpening;
    private volatile int pageCount;

    TextReading(FakeClient client, ShelfBook book) throws ClientException {
        this.client = client;
        this.book = book;
        this.pageCount = client.pages(book).size();
        this.editionAtOpening = client.edition(book);
    }

    @Override
    public TextPage page(int page) throws ClientException {
        List<String> pages = client.pages(book);
        pageCount = pages.size();
        if (page < 0 || page >= pages.size()) {
            throw new ClientException("OUT_OF_RANGE", "The book has no page " + (page + 1));
        }
        return new TextPage(page, pages.size(), (long) page * STRIDE, pages.get(page));
    }

    @Override
    public TextPage pageAt(long anchor) throws ClientException {
        return page((int) Math.min(client.pages(book).size() - 1, anchor / STRIDE));
    }

    @Override
    public int edition() {
        return client.edition(book) - editionAtOpening;
    }

    @Override
    public ShelfBook book() {
        return book;
    }

    @Override
    public int pageCount() {
        return pageCount;
    }

    @Override
    public SearchHits find(String query, long from, int limit) throws ClientException {
        List<String> pages = client.pages(book);
        List<SearchHits.Hit> hits = new ArrayList<>();
        for (int page = (int) (from / STRIDE); page < pages.size(); page++) {
            String text = pages.get(page).toLowerCase(Locale.ROOT);
            String wanted = query.toLowerCase(Locale.ROOT);
            for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
                hits.add(new SearchHits.Hit(page, (long) page * STRIDE, query));
            }
        }
        return new SearchHits(hits, OptionalLong.empty());
    }

    @Override
    public Contents contents() throws ClientException {
        List<String> pages = client.pages(book);
        List<Contents.Entry> entries = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            for (String line : pages.get(page).lines().map(String::strip).toList()) {
                if (line.startsWith("CHAPTER")
                        || line.startsWith("Chapter")
                        || line.endsWith("篇")
                        || line.startsWith("卷")) {
                    entries.add(new Contents.Entry(line, 0, page, (long) page * STRIDE));
                }
            }
        }
        return new Contents(entries, true);
    }

    @Override
    public void close() {
        client.closed(book);
    }
}
