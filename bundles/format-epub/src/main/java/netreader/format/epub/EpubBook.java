package netreader.format.epub;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.format.BookMetadata;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Hits;
import netreader.format.Link;
import netreader.format.Outline;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.Query;
import netreader.format.ReadingDirection;
import netreader.format.TextRun;
import netreader.format.Work;
import netreader.format.archive.Failures;
import netreader.format.epub.layout.PageContents;
import netreader.format.epub.layout.PartLayout;
import netreader.format.epub.publication.Href;
import netreader.format.epub.publication.NavPoint;
import netreader.format.epub.publication.Publication;

/** An EPUB in pages. An anchor is a chapter and a position in it. One thread at a time. */
final class EpubBook implements PaintedBook {
    private static final double POINTS_PER_PIXEL = 0.75;

    /** 64 million pixels are 256 MB, more than any screen shows. */
    private static final long MOST_PIXELS = 64L << 20;

    private final Publication publication;
    private final PageSettings settings;
    private final ChapterLayouts layouts;
    private final PageTable table;
    private final List<NavPoint> contents;
    private final Map<String, Integer> chapters = new HashMap<>();
    private boolean closed;

    private EpubBook(
            Publication publication,
            PageSettings settings,
            ChapterLayouts layouts,
            PageTable table,
            List<NavPoint> contents) {
        this.publication = publication;
        this.settings = settings;
        this.layouts = layouts;
        this.table = table;
        this.contents = contents;
        for (int i = 0; i < publication.spine().size(); i++) {
            chapters.putIfAbsent(publication.spine().get(i).item().path(), i);
        }
    }

    static EpubBook open(Publication publication, PageSettings settings, PageTableCache cache) throws FormatException {
        List<NavPoint> contents = publication.contents();
        Optional<PageTable> kept = cache.read(publication.spine().size());
        PageTable table = kept.isPresent() && kept.get().isComplete()
                ? kept.get()
                : new PageTableBuilder(publication, settings.style(), cache, kept).build(contents);
        return new EpubBook(publication, settings, new ChapterLayouts(publication, settings.style()), table, contents);
    }

    @Override
    public BookMetadata metadata() {
        return publication.metadata();
    }

    @Override
    public int pageCount() {
        return table.pageCount();
    }

    @Override
    public PageSize pageSize(int page) throws FormatException {
        return table.chapters()
                .get(spot(page).chapter())
                .size()
                .orElse(new PageSize(
                        settings.style().width() * settings.style().scale() * POINTS_PER_PIXEL,
                        settings.style().height() * settings.style().scale() * POINTS_PER_PIXEL));
    }

    @Override
    public String pageText(int page) throws FormatException {
        StringBuilder text = new StringBuilder();
        for (TextRun run : textRuns(page)) {
            text.append(run.text());
            if (run.endsLine()) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    @Override
    public List<TextRun> textRuns(int page) throws FormatException {
        return contents(page).map(PageContents.Page::runs).orElse(List.of());
    }

    private Optional<PageContents.Page> contents(int page) throws FormatException {
        PageTable.Spot spot = spot(page);
        List<PageContents.Page> pages =
                layout(spot, Work.UNCANCELLED).contents().pages();
        return spot.page() < pages.size() ? Optional.of(pages.get(spot.page())) : Optional.empty();
    }

    private PartLayout layout(PageTable.Spot spot, Work work) throws FormatException {
        return layouts.layout(spot.chapter(), spot.part(), work);
    }

    private void requireOpen() throws FormatException {
        if (closed) {
            throw new FormatException(Reason.CANCELLED, "The book has been closed");
        }
    }

    private PageTable.Spot spot(int page) throws FormatException {
        requireOpen();
        if (page < 0 || page >= pageCount()) {
            throw new FormatException(Reason.DAMAGED, "There is no page " + (page + 1L) + " in this book");
        }
        return table.spot(page);
    }

    @Override
    public void render(int page, double pixelsPerPoint, Rectangle clip, BufferedImage target, Work work)
            throws FormatException {
        PageTable.Spot spot = spot(page);
        work.check();
        if ((long) clip.width * clip.height > MOST_PIXELS) {
            throw new FormatException(Reason.TOO_COSTLY, "The picture of the page would be too large");
        }
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.clipRect(0, 0, clip.width, clip.height);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, clip.width, clip.height);
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            PartLayout layout = layout(spot, work);
            work.check();
            graphics.translate(-clip.x, -clip.y);
            graphics.scale(pixelsPerPoint, pixelsPerPoint);
            layout.paint(spot.page(), graphics);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw Failures.of(e, "This page");
        } finally {
            graphics.dispose();
        }
    }

    @Override
    public Outline outline(Work work) {
        List<Outline.Entry> entries = new ArrayList<>();
        long anchor = 0;
        for (NavPoint point : contents) {
            // What leads nowhere stays where the entry before it is.
            anchor = point.target().flatMap(this::anchor).orElse(anchor);
            entries.add(new Outline.Entry(point.title(), point.level(), anchor));
        }
        return new Outline(entries, true);
    }

    private Optional<Long> anchor(Href href) {
        Integer chapter = chapters.get(href.path());
        if (chapter == null) {
            return Optional.empty();
        }
        int position = table.chapters().get(chapter).ids().getOrDefault(href.fragment(), 0);
        return Optional.of(PageTable.anchor(chapter, position));
    }

    @Override
    public List<Link> links(int page) throws FormatException {
        Optional<PageContents.Page> contents = contents(page);
        if (contents.isEmpty()) {
            return List.of();
        }
        String path = publication.spine().get(spot(page).chapter()).item().path();
        List<Link> links = new ArrayList<>();
        for (PageContents.Reference reference : contents.get().references()) {
            Optional<Href> inBook = Href.resolve(path, reference.target());
            Optional<Link.Target> target = inBook.isPresent()
                    ? inBook.flatMap(this::anchor).map(Link.ToAnchor::new)
                    : Optional.of(new Link.ToUri(reference.target().strip()));
            target.ifPresent(to -> links.add(new Link(reference.bounds(), to)));
        }
        return links;
    }

    @Override
    public long anchorOf(int page) {
        PageTable.Spot spot = table.spot(Math.max(0, Math.min(page, pageCount() - 1)));
        return PageTable.anchor(spot.chapter(), spot.position());
    }

    @Override
    public int pageAt(long anchor) {
        return table.pageAt(anchor);
    }

    /** Vertical text is laid out horizontally, and its pages go on to the right. */
    @Override
    public ReadingDirection direction() {
        boolean painted =
                table.chapters().stream().anyMatch(chapter -> chapter.size().isPresent());
        boolean vertical = publication.metadata().language().orElse("").matches("(?i)(ja|zh|ko)\\b.*");
        return publication.isRightToLeft() && (painted || !vertical)
                ? ReadingDirection.RIGHT_TO_LEFT
                : ReadingDirection.LEFT_TO_RIGHT;
    }

    @Override
    public Hits find(Query query, long fromAnchor, int limit, Work work) throws FormatException {
        requireOpen();
        return new BookSearch(layouts, table.chapters().size()).find(query, fromAnchor, limit, work);
    }

    @Override
    public Optional<BufferedImage> cover(int maxPixels, Work work) throws FormatException {
        requireOpen();
        return new Covers(publication, this).cover(maxPixels, work);
    }

    /** The first page of the file at a path; 0 if the path is none of the spine's. */
    int pageOf(String path) {
        return anchor(new Href(path, "")).map(this::pageAt).orElse(0);
    }

    @Override
    public void close() {
        closed = true;
        layouts.forget();
        publication.close();
    }
}
