package netreader.format.epub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Work;
import netreader.format.epub.layout.PageContents;
import netreader.format.epub.publication.Href;
import netreader.format.epub.publication.NavPoint;
import netreader.format.epub.publication.Publication;

/** Lays a whole book out, chapter by chapter, to know where its pages begin. */
final class PageTableBuilder {
    private static final int LONGEST_ID = 1000;
    private static final int MOST_IDS = 100_000;

    private final Publication publication;
    private final ChapterLayouts layouts;
    private final Set<Href> wanted = new HashSet<>();

    PageTableBuilder(Publication publication, ChapterLayouts layouts) {
        this.publication = publication;
        this.layouts = layouts;
    }

    /** @throws FormatException IO, CANCELLED; a chapter that cannot be read is a page that says so */
    PageTable build(List<NavPoint> contents, Work work) throws FormatException {
        contents.forEach(point -> point.target().ifPresent(wanted::add));
        List<PageTable.ChapterPages> chapters = new ArrayList<>();
        for (int chapter = 0; chapter < publication.spine().size(); chapter++) {
            work.check();
            chapters.add(chapter(chapter, work));
        }
        List<PageTable.ChapterPages> reduced = new ArrayList<>();
        int left = MOST_IDS;
        for (int chapter = 0; chapter < chapters.size(); chapter++) {
            PageTable.ChapterPages pages = chapters.get(chapter);
            Map<String, Integer> ids =
                    linkedIds(publication.spine().get(chapter).item().path(), pages.ids(), left);
            left -= ids.size();
            reduced.add(new PageTable.ChapterPages(pages.parts(), ids, pages.size()));
        }
        return new PageTable(reduced);
    }

    private PageTable.ChapterPages chapter(int chapter, Work work) throws FormatException {
        List<int[]> parts = new ArrayList<>();
        try {
            ChapterLayouts.Source source = layouts.source(chapter, work);
            String path = publication.spine().get(chapter).item().path();
            for (String reference : source.chapter().linked()) {
                Href.resolve(path, reference).ifPresent(wanted::add);
            }
            for (int part = 0; part < source.chapter().parts().size(); part++) {
                parts.add(firsts(chapter, part, source, work));
            }
            return new PageTable.ChapterPages(parts, source.chapter().ids(), source.size());
        } catch (FormatException e) {
            if (e.reason() == Reason.IO || e.reason() == Reason.CANCELLED) {
                throw e;
            }
            return new PageTable.ChapterPages(List.of(new int[] {0}), Map.of(), java.util.Optional.empty());
        }
    }

    private int[] firsts(int chapter, int part, ChapterLayouts.Source source, Work work) throws FormatException {
        int start = source.chapter().parts().get(part).start();
        if (source.size().isPresent()) {
            return new int[] {start};
        }
        try {
            return layouts.layout(chapter, part, work).contents().pages().stream()
                    .mapToInt(PageContents.Page::first)
                    .toArray();
        } catch (FormatException e) {
            if (e.reason() == Reason.IO || e.reason() == Reason.CANCELLED) {
                throw e;
            }
            return new int[] {start};
        }
    }

    private Map<String, Integer> linkedIds(String path, Map<String, Integer> ids, int most) {
        Map<String, Integer> linked = new HashMap<>();
        ids.forEach((id, position) -> {
            if (linked.size() < most && id.length() <= LONGEST_ID && wanted.contains(new Href(path, id))) {
                linked.put(id, position);
            }
        });
        return linked;
    }
}
