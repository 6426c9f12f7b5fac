package netreader.format.epub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.epub.layout.PageStyle;
import netreader.format.epub.publication.Href;
import netreader.format.epub.publication.NavPoint;
import netreader.format.epub.publication.Publication;

/**
 * Lays a whole book out to know where its pages begin: parts of chapters, by several threads. What is known is kept now and
 * then, so that the next one goes on where this one was interrupted. For one book.
 */
final class PageTableBuilder {
    private static final int LONGEST_ID = 1000;
    private static final int MOST_IDS = 100_000;
    private static final Duration KEPT_EACH = Duration.ofSeconds(3);

    private final Publication publication;
    private final PageStyle style;
    private final PageTableCache cache;
    private final Optional<PageTable> begun;
    private final Set<Href> wanted = ConcurrentHashMap.newKeySet();
    private final ChapterProgress[] chapters;
    private long keptAt = System.nanoTime();

    /** @param begun what an earlier one has kept of the same book */
    PageTableBuilder(Publication publication, PageStyle style, PageTableCache cache, Optional<PageTable> begun) {
        this.publication = publication;
        this.style = style;
        this.cache = cache;
        this.begun = begun;
        this.chapters = new ChapterProgress[publication.spine().size()];
    }

    /**
     * Lays out what is not yet laid out.
     *
     * @throws FormatException IO; CANCELLED if the thread is interrupted. A chapter that cannot be read is a page that says
     *     so
     */
    PageTable build(List<NavPoint> contents) throws FormatException {
        contents.forEach(point -> point.target().ifPresent(wanted::add));
        LayoutCrew crew = new LayoutCrew(chapters.length, () -> new ChapterLayouts(publication, style), this::read);
        try {
            crew.work();
        } catch (FormatException e) {
            keep();
            throw e;
        }
        PageTable table = new PageTable(withLinkedIds());
        cache.write(table);
        return table;
    }

    /** Reads a chapter, and leaves its parts to whoever has time. */
    private void read(int chapter, ChapterLayouts layouts, LayoutCrew crew) throws FormatException {
        ChapterLayouts.Source source;
        try {
            source = layouts.source(chapter, crew);
        } catch (FormatException e) {
            if (mayDoAlone(e, crew)) {
                crew.addLast(alone -> read(chapter, alone, crew));
            } else {
                start(chapter, new ChapterProgress(1, Map.of(), Optional.empty()));
                set(chapter, 0, new int[] {0});
            }
            return;
        }
        String path = path(chapter);
        for (String reference : source.chapter().linked()) {
            Href.resolve(path, reference).ifPresent(wanted::add);
        }
        int parts = source.chapter().parts().size();
        start(chapter, new ChapterProgress(parts, source.chapter().ids(), source.size()));
        List<int[]> known =
                begun.map(table -> table.chapters().get(chapter).parts()).orElse(List.of());
        for (int i = 0; i < parts; i++) {
            int part = i;
            if (known.size() == parts) {
                set(chapter, part, known.get(part));
            } else if (source.size().isPresent()) {
                set(chapter, part, new int[] {source.chapter().parts().get(part).start()});
            } else {
                crew.add(any -> layOut(chapter, part, source, any, crew));
            }
        }
    }

    private void layOut(int chapter, int part, ChapterLayouts.Source source, ChapterLayouts layouts, LayoutCrew crew)
            throws FormatException {
        try {
            set(chapter, part, layouts.firsts(chapter, part, source, crew));
        } catch (FormatException e) {
            if (mayDoAlone(e, crew)) {
                crew.addLast(alone -> layOut(chapter, part, source, alone, crew));
            } else {
                set(chapter, part, new int[] {source.chapter().parts().get(part).start()});
            }
        }
    }

    /** Whether a failure was for want of memory, of which there may be more when nobody else needs it. */
    private static boolean mayDoAlone(FormatException failure, LayoutCrew crew) throws FormatException {
        if (failure.reason() == Reason.IO || failure.reason() == Reason.CANCELLED) {
            throw failure;
        }
        return failure.getCause() instanceof OutOfMemoryError && !crew.isAlone();
    }

    private String path(int chapter) {
        return publication.spine().get(chapter).item().path();
    }

    private synchronized void start(int chapter, ChapterProgress progress) {
        chapters[chapter] = progress;
    }

    private synchronized void set(int chapter, int part, int[] firsts) {
        chapters[chapter].set(part, firsts);
        if (System.nanoTime() - keptAt > KEPT_EACH.toNanos()) {
            keep();
        }
    }

    /** The ids are left out: which of them are wanted is known at the end. */
    private synchronized void keep() {
        List<PageTable.ChapterPages> known = new ArrayList<>();
        for (ChapterProgress chapter : chapters) {
            known.add(chapter != null && chapter.isComplete() ? chapter.pages(Map.of()) : PageTable.ChapterPages.NONE);
        }
        cache.write(new PageTable(known));
        keptAt = System.nanoTime();
    }

    private List<PageTable.ChapterPages> withLinkedIds() {
        List<PageTable.ChapterPages> pages = new ArrayList<>();
        int left = MOST_IDS;
        for (int chapter = 0; chapter < chapters.length; chapter++) {
            Map<String, Integer> ids = linkedIds(path(chapter), chapters[chapter].ids(), left);
            left -= ids.size();
            pages.add(chapters[chapter].pages(ids));
        }
        return pages;
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
