package netreader.format.epub;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Hits;
import netreader.format.Query;
import netreader.format.Work;
import netreader.format.epub.chapter.ChapterPart;

/** Finds text in the markup of chapters: laying them out would take many times as long. */
final class BookSearch {
    private final ChapterLayouts layouts;
    private final int chapterCount;

    BookSearch(ChapterLayouts layouts, int chapterCount) {
        this.layouts = layouts;
        this.chapterCount = chapterCount;
    }

    Hits find(Query query, long fromAnchor, int limit, Work work) throws FormatException {
        List<Hits.Hit> hits = new ArrayList<>();
        long from = Math.max(0, fromAnchor);
        for (int chapter = PageTable.chapterOf(from); chapter < chapterCount; chapter++) {
            for (ChapterPart part : parts(chapter)) {
                long start = PageTable.anchor(chapter, part.start());
                if (start > from && work.cancelled()) {
                    return new Hits(hits, OptionalLong.of(start));
                }
                OptionalLong next = find(query, part, chapter, from, limit, hits);
                if (next.isPresent()) {
                    return new Hits(hits, next);
                }
            }
        }
        return new Hits(hits, OptionalLong.empty());
    }

    /** Where the first hit is that is too many; empty if there is none. */
    private static OptionalLong find(
            Query query, ChapterPart part, int chapter, long from, int limit, List<Hits.Hit> hits) {
        ChapterText searched = new ChapterText(part);
        String text = searched.text();
        for (Query.Place place : query.placesIn(text)) {
            long anchor = PageTable.anchor(chapter, searched.position(place.from()));
            if (anchor >= from && hits.size() >= limit) {
                return OptionalLong.of(anchor);
            }
            if (anchor >= from) {
                hits.add(Hits.Hit.in(text, place.from(), place.to(), anchor));
            }
        }
        return OptionalLong.empty();
    }

    /** A chapter that is damaged or too large has nothing, and the search goes on behind it. */
    private List<ChapterPart> parts(int chapter) throws FormatException {
        try {
            return layouts.source(chapter, Work.UNCANCELLED).chapter().parts();
        } catch (FormatException e) {
            if (e.reason() == Reason.IO) {
                throw e;
            }
            return List.of();
        }
    }
}
