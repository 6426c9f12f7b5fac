package netreader.format.epub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import netreader.format.FormatException;
import netreader.format.PageSize;
import netreader.format.Work;
import netreader.format.archive.Failures;
import netreader.format.archive.Pictures;
import netreader.format.epub.chapter.Chapter;
import netreader.format.epub.chapter.ChapterPart;
import netreader.format.epub.chapter.ChapterReader;
import netreader.format.epub.chapter.Plain;
import netreader.format.epub.layout.BookLayout;
import netreader.format.epub.layout.PageStyle;
import netreader.format.epub.layout.PartLayout;
import netreader.format.epub.layout.Recent;
import netreader.format.epub.publication.Markup;
import netreader.format.epub.publication.Publication;
import netreader.format.epub.publication.SpineItem;
import org.jsoup.nodes.Document;

/** Lays chapters out when they are wanted, and keeps the last few. One thread at a time. */
final class ChapterLayouts {
    private static final String WHAT = "This chapter";
    private static final double POINTS_PER_PIXEL = 0.75;
    private static final int KEPT_LAYOUTS = 3;
    private static final int KEPT_CHAPTERS = 2;

    private final Publication publication;
    private final PageStyle style;
    private final BookResources resources;
    private final BookLayout shared;
    private final Map<Integer, Source> chapters = new Recent<>(KEPT_CHAPTERS);
    private final Map<List<Integer>, PartLayout> layouts = new Recent<>(KEPT_LAYOUTS);

    /** @param size of the page, for a chapter that is one of its own size */
    record Source(Chapter chapter, Optional<PageSize> size) {}

    ChapterLayouts(Publication publication, PageStyle style) {
        this.publication = publication;
        this.style = style;
        this.resources = new BookResources(publication);
        this.shared =
                new BookLayout(resources, publication.metadata().language().orElse(""));
    }

    BookResources resources() {
        return resources;
    }

    /**
     * A chapter as it is to be laid out.
     *
     * @throws FormatException DAMAGED, UNSUPPORTED, TOO_COSTLY, IO, CANCELLED
     */
    Source source(int chapter, Work work) throws FormatException {
        Source known = chapters.get(chapter);
        if (known != null) {
            return known;
        }
        SpineItem item = publication.spine().get(chapter);
        Document document;
        Optional<PageSize> size = Optional.empty();
        if (item.item().isPicture()) {
            document = FixedPages.aroundPicture(item.item().path());
            Pictures.Pixels pixels = resources.pictureSize(item.item().path()).orElse(new Pictures.Pixels(600, 800));
            size = Optional.of(new PageSize(pixels.width() * POINTS_PER_PIXEL, pixels.height() * POINTS_PER_PIXEL));
        } else {
            document = Markup.chapter(publication.bytes(item.item().path()), WHAT);
            if (item.fixed() || item.item().isSvg()) {
                size = Optional.of(FixedPages.size(document));
            }
        }
        try {
            Source source = new Source(ChapterReader.read(document, size.isPresent(), work), size);
            chapters.put(chapter, source);
            return source;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw Failures.of(e, WHAT);
        }
    }

    /**
     * A part of a chapter, laid out.
     *
     * @throws FormatException DAMAGED, UNSUPPORTED, TOO_COSTLY, IO, CANCELLED
     */
    PartLayout layout(int chapter, int part, Work work) throws FormatException {
        List<Integer> key = List.of(chapter, part);
        PartLayout known = layouts.get(key);
        if (known != null) {
            return known;
        }
        Source source = source(chapter, work);
        work.check();
        // The pages that are wanted next need the same layout, which is therefore not given up.
        PartLayout layout = laidOut(chapter, part, source, Work.UNCANCELLED, PartLayout::contents);
        layouts.put(key, layout);
        return layout;
    }

    /**
     * Where the pages of a part begin, without keeping its layout.
     *
     * @param work also ends a layout that has begun
     * @throws FormatException DAMAGED, TOO_COSTLY, CANCELLED
     */
    int[] firsts(int chapter, int part, Source source, Work work) throws FormatException {
        int[][] firsts = new int[1][];
        laidOut(chapter, part, source, work, layout -> firsts[0] = layout.firsts());
        return firsts[0];
    }

    /** @param use what the layout is for, which may fail as it does itself */
    private PartLayout laidOut(int chapter, int part, Source source, Work work, Consumer<PartLayout> use)
            throws FormatException {
        ChapterPart wanted = source.chapter().parts().get(part);
        String path = publication.spine().get(chapter).item().path();
        PageStyle page = source.size()
                .map(size -> PageStyle.fixed(size.width() / POINTS_PER_PIXEL, size.height() / POINTS_PER_PIXEL))
                .orElse(style);
        try {
            return laidOut(wanted, path, page, work, use);
        } catch (RuntimeException | StackOverflowError e) {
            work.check();
            return laidOutPlain(wanted, path, page, work, use);
        } catch (OutOfMemoryError e) {
            throw Failures.of(e, WHAT);
        }
    }

    /** A style that the layout does not get along with is left out, so that there is something to read. */
    private PartLayout laidOutPlain(ChapterPart part, String path, PageStyle page, Work work, Consumer<PartLayout> use)
            throws FormatException {
        try {
            return laidOut(Plain.of(part), path, page, work, use);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            work.check();
            throw Failures.of(e, WHAT);
        }
    }

    private PartLayout laidOut(ChapterPart part, String path, PageStyle page, Work work, Consumer<PartLayout> use) {
        PartLayout layout = new PartLayout(part, path, page, shared, work);
        use.accept(layout);
        return layout;
    }

    void forget() {
        chapters.clear();
        layouts.clear();
    }
}
