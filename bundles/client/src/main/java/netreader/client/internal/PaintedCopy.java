package netreader.client.internal;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import netreader.client.ClientException;
import netreader.client.Contents;
import netreader.client.PagePictures;
import netreader.client.PaintedReading;
import netreader.client.SearchHits;
import netreader.client.ShelfBook;
import netreader.client.Transferred;
import netreader.client.internal.painting.BookTurns;
import netreader.client.internal.painting.PagePipeline;
import netreader.client.internal.painting.PaintedPages;
import netreader.client.internal.painting.PaintingLimits;
import netreader.client.internal.painting.PaintingShared;
import netreader.format.FormatException;
import netreader.format.Hits;
import netreader.format.Link;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.Query;
import netreader.format.ReadingDirection;
import netreader.format.ShortWork;
import netreader.format.TextRun;
import netreader.format.Work;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.LastingBook;
import netreader.format.registry.OpenBook;

/** A book that is painted from its copy on this computer, to which missing blocks come when they are read. */
final class PaintedCopy implements PaintedReading {
    private static final long MAX_PIXELS = 64_000_000;
    /** So long a search may keep the painter of a page waiting, beside a page that is slow to read. */
    private static final Duration FIND_LIMIT = Duration.ofMillis(100);

    private final ShelfBook shelfBook;
    private final ReadableCopy copy;
    private final Transferred before;
    private final StreamedSource source;
    private final BooleanSupplier outdated;
    private final LastingBook book;
    private final BookTurns turns = new BookTurns();
    private final PageAnchors pages;
    private final PagePipeline pictures;

    /**
     * @param copy is closed with the reading
     * @param outdated whether the server has other contents for the book by now
     * @param work cancels the opening
     */
    PaintedCopy(
            ShelfBook shelfBook,
            ReadableCopy copy,
            BooleanSupplier outdated,
            OpenOptions options,
            FormatRegistry formats,
            Work work)
            throws ClientException {
        this.shelfBook = shelfBook;
        this.copy = copy;
        this.outdated = outdated;
        this.before = copy.transferred();
        this.source = new StreamedSource(copy);
        this.book = new LastingBook(formats, shelfBook.format(), () -> source, options);
        source.workFor(work); // the first call opens the book
        source.openFor(work);
        try {
            this.pages = painted(work, PageAnchors::of);
        } catch (ClientException e) {
            closeBook();
            throw work.cancelled() ? new ClientException("CANCELLED", "Nobody waits for the book any more", e) : e;
        }
        source.openFor(Work.UNCANCELLED);
        this.pictures =
                new PagePipeline(new Pages(), pages.count(), turns, PaintingShared.OF_PROCESS, PaintingLimits.DEFAULT);
    }

    @Override
    public ShelfBook book() {
        return shelfBook;
    }

    @Override
    public int pageCount() {
        return pages.count();
    }

    @Override
    public long anchorOf(int page) {
        return pages.anchorOf(page);
    }

    @Override
    public int pageAt(long anchor) {
        return pages.pageAt(anchor);
    }

    @Override
    public ReadingDirection direction() {
        return pages.direction();
    }

    @Override
    public PageSize pageSize(int page) throws ClientException {
        return inTurn(Work.UNCANCELLED, book -> book.pageSize(page));
    }

    @Override
    public PagePictures pictures() {
        return pictures;
    }

    @Override
    public BufferedImage render(int page, double pixelsPerPoint, Work work) throws ClientException {
        return inTurn(work, book -> render(book, page, pixelsPerPoint, work));
    }

    private static BufferedImage render(PaintedBook book, int page, double pixelsPerPoint, Work work)
            throws FormatException {
        PageSize size = book.pageSize(page);
        int width = (int) Math.max(1, Math.round(size.width() * pixelsPerPoint));
        int height = (int) Math.max(1, Math.round(size.height() * pixelsPerPoint));
        if ((long) width * height > MAX_PIXELS) {
            throw new FormatException(
                    FormatException.Reason.TOO_COSTLY,
                    "The page would have " + width + " by " + height + " pixels; that is too many");
        }
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        book.render(page, pixelsPerPoint, new Rectangle(width, height), target, work);
        return target;
    }

    @Override
    public BufferedImage thumbnail(int page, int width, Work work) throws ClientException {
        while (true) {
            GivingWay giving = new GivingWay(work, BookTurns.Rank.SPARE);
            try {
                return inTurn(
                        giving,
                        BookTurns.Rank.SPARE,
                        book -> render(book, page, width / book.pageSize(page).width(), giving));
            } catch (ClientException e) {
                giving.requireGaveWay(e);
            }
            if (work.cancelled()) {
                throw new ClientException("CANCELLED", "Nobody waits for it any more");
            }
        }
    }

    @Override
    public String pageText(int page) throws ClientException {
        return inTurn(Work.UNCANCELLED, book -> book.pageText(page));
    }

    @Override
    public List<TextRun> textRuns(int page) throws ClientException {
        return inTurn(Work.UNCANCELLED, book -> book.textRuns(page));
    }

    @Override
    public List<Link> links(int page) throws ClientException {
        return inTurn(Work.UNCANCELLED, book -> book.links(page));
    }

    @Override
    public String label(int page) throws ClientException {
        return inTurn(Work.UNCANCELLED, book -> book.label(page));
    }

    @Override
    public Contents contents() throws ClientException {
        while (true) {
            GivingWay work = new GivingWay(Work.UNCANCELLED, BookTurns.Rank.CALL);
            try {
                Contents contents = contents(work);
                if (!work.gaveWay()) {
                    return contents;
                }
            } catch (ClientException e) {
                work.requireGaveWay(e);
            }
        }
    }

    private Contents contents(Work work) throws ClientException {
        return inTurn(work, book -> {
            Outline outline = book.outline(work);
            List<Contents.Entry> entries = new ArrayList<>();
            for (Outline.Entry entry : outline.entries()) {
                entries.add(
                        new Contents.Entry(entry.title(), entry.level(), pages.pageAt(entry.anchor()), entry.anchor()));
            }
            return new Contents(entries, outline.complete());
        });
    }

    @Override
    public SearchHits find(String query, long from, int limit) throws ClientException {
        GivingWay work = new GivingWay(new ShortWork(FIND_LIMIT), BookTurns.Rank.CALL);
        try {
            return find(query, from, limit, work);
        } catch (ClientException e) {
            work.requireGaveWay(e);
            return new SearchHits(List.of(), OptionalLong.of(from));
        }
    }

    private SearchHits find(String query, long from, int limit, Work work) throws ClientException {
        return inTurn(work, book -> {
            Hits found = book.find(new Query(query), from, limit, work);
            List<SearchHits.Hit> hits = found.hits().stream()
                    .map(hit -> new SearchHits.Hit(pages.pageAt(hit.anchor()), hit.anchor(), hit.text()))
                    .toList();
            return new SearchHits(hits, found.next());
        });
    }

    @Override
    public Transferred transferred() {
        return copy.transferred().since(before);
    }

    @Override
    public boolean outdated() {
        return outdated.getAsBoolean();
    }

    /** Work that stops when somebody waits who goes before it. */
    private final class GivingWay implements Work {
        private final Work work;
        private final BookTurns.Rank rank;
        private volatile boolean gaveWay;

        GivingWay(Work work, BookTurns.Rank rank) {
            this.work = work;
            this.rank = rank;
        }

        /** It is to be done again, or to be gone on with. */
        boolean gaveWay() {
            return gaveWay;
        }

        /** Throws what has failed for another reason than that it gave way while it waited for the server. */
        void requireGaveWay(ClientException failure) throws ClientException {
            if (!gaveWay || !failure.is("CANCELLED")) {
                throw failure;
            }
        }

        @Override
        public boolean cancelled() {
            gaveWay |= turns.waitsBefore(rank);
            return gaveWay || work.cancelled();
        }
    }

    /** The book for the pipeline, which takes its turns itself. */
    private final class Pages implements PaintedPages {
        @Override
        public PageSize size(int page, Work work) throws ClientException {
            return painted(work, book -> book.pageSize(page));
        }

        @Override
        public void paint(int page, double pixelsPerPoint, BufferedImage target, Work work) throws ClientException {
            painted(work, book -> {
                work.check(); // the call is made again when the format was replaced
                Rectangle whole = new Rectangle(target.getWidth(), target.getHeight());
                book.render(page, pixelsPerPoint, whole, target, work);
                return target;
            });
        }

        @Override
        public Duration waited() {
            return source.waited();
        }

        @Override
        public void abandon() {
            book.abandon();
        }
    }

    /** Calls the book behind a page that is wanted, and before one that is not yet. */
    private <T> T inTurn(Work work, OpenBook.Call<PaintedBook, T> call) throws ClientException {
        return inTurn(work, BookTurns.Rank.CALL, call);
    }

    private <T> T inTurn(Work work, BookTurns.Rank rank, OpenBook.Call<PaintedBook, T> call) throws ClientException {
        try (BookTurns.Turn turn = turns.take(() -> rank)) {
            return painted(work, book -> {
                if (turn.abandoned()) {
                    throw new FormatException(FormatException.Reason.CANCELLED, "The call took too long");
                }
                return call.on(book);
            });
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        }
    }

    /** @param work also ends the wait for blocks that are missing */
    private <T> T painted(Work work, OpenBook.Call<PaintedBook, T> call) throws ClientException {
        if (outdated()) {
            throw new ClientException("CHANGED", shelfBook.name() + " has changed on the server");
        }
        try {
            return book.read(open -> {
                if (!(open instanceof PaintedBook painted)) {
                    throw new FormatException(
                            FormatException.Reason.UNSUPPORTED,
                            "The format " + shelfBook.format() + " paints no pages");
                }
                source.workFor(work);
                try {
                    return call.on(painted);
                } finally {
                    source.workFor(Work.UNCANCELLED);
                }
            });
        } catch (FormatException e) {
            throw Unavailable.reasonOf(e, new ClientException(e.reason().name(), e.getMessage(), e));
        } catch (FormatUnavailableException e) {
            throw new ClientException(ClientException.FORMAT_UNAVAILABLE, e.getMessage(), e);
        } catch (IOException e) {
            if (work.cancelled()) {
                throw new ClientException("CANCELLED", "Nobody waits for it any more", e);
            }
            throw Unavailable.reasonOf(
                    e,
                    new ClientException(
                            ClientException.LOCAL_IO,
                            "The copy of " + shelfBook.name() + " cannot be read: " + e.getMessage(),
                            e));
        }
    }

    /** A page that is being painted may hold the book for seconds; nobody waits for that. */
    @Override
    public void close() {
        source.end();
        pictures.close();
        closeBook();
    }

    private void closeBook() {
        Thread closing = new Thread(
                () -> {
                    book.close();
                    copy.close();
                },
                "netreader-closing");
        closing.setDaemon(true);
        closing.start();
    }
}
