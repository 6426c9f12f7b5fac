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
                // A part's hits stay together, so that the next call can begin with a part.
                if (start > from && (hits.size() >= limit || work.cancelled())) {
                    return new Hits(hits, OptionalLong.of(start));
                }
                find(query, part, chapter, from, hits);
            }
        }
        return new Hits(hits, OptionalLong.empty());
    }

    private static void find(Query query, ChapterPart part, int chapter, long from, List<Hits.Hit> hits) {
        ChapterText searched = new ChapterText(part);
        String text = searched.text();
        for (Query.Place place : query.placesIn(text)) {
            long anchor = PageTable.anchor(chapter, searched.position(place.from()));
            if (anchor >= from) {
                hits.add(Hits.Hit.in(text, place.from(), place.to(), anchor));
            }
        }
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
