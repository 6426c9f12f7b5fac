package netreader.format;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The search that every format has by default: over the text of one page after the other. */
final class PageSearch {
    private PageSearch() {}

    static Hits find(Book book, Query query, long fromAnchor, int limit, Work work) throws FormatException {
        List<Hits.Hit> hits = new ArrayList<>();
        for (int page = book.pageAt(fromAnchor); page < book.pageCount(); page++) {
            // A page's hits stay together, so that the next call can begin with a page.
            if (hits.size() >= limit || work.cancelled()) {
                return new Hits(hits, OptionalLong.of(book.anchorOf(page)));
            }
            String text = textOf(book, page);
            for (Query.Place place : query.placesIn(text)) {
                hits.add(Hits.Hit.in(text, place.from(), place.to(), book.anchorOf(page)));
            }
        }
        return new Hits(hits, OptionalLong.empty());
    }

    /** A page that is damaged or too large has nothing, and the search goes on behind it. */
    private static String textOf(Book book, int page) throws FormatException {
        try {
            return book.pageText(page);
        } catch (FormatException e) {
            if (e.reason() == FormatException.Reason.DAMAGED || e.reason() == FormatException.Reason.TOO_COSTLY) {
                return "";
            }
            throw e;
        }
    }
}
