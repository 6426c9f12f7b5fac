package netreader.format.txt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import netreader.format.BookMetadata;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Hits;
import netreader.format.Outline;
import netreader.format.Query;
import netreader.format.Work;
import netreader.format.txt.chapters.FirstLines;
import netreader.format.txt.chapters.TextOutline;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.Encoding;
import netreader.format.txt.file.TextFile;
import netreader.format.txt.paging.PageCutter;
import netreader.format.txt.paging.Shift;
import netreader.format.txt.paging.Sync;
import netreader.format.txt.paging.TextPieces;
import netreader.format.txt.search.Needle;
import netreader.format.txt.search.TextSearch;

/** A text file. Its pages follow each other without a gap: together they are the decoded file. Any thread. */
final class TxtBook implements FlowingBook {
    private static final int NO_PAGE = -2;

    /** Where a page lies in the file. */
    private record Range(int page, long start, long end) {}

    private final TextFile file;
    private final Detection detection;
    private final TextPieces pieces;
    private final Sync sync;
    private final PageCutter cutter;
    private final FirstLines firstLines;
    private final TextOutline outline;
    /** The page that was read last: its anchor is asked for next. */
    private volatile Range last = new Range(NO_PAGE, 0, 0);

    private volatile boolean closed;

    TxtBook(TextFile file, Detection detection, int pageBytes, FirstLines firstLines, TextOutline outline) {
        this.file = file;
        this.detection = detection;
        Shift shift = new Shift(file, detection);
        this.pieces = new TextPieces(file, detection, shift);
        this.sync = new Sync(file, detection, shift);
        this.cutter = new PageCutter(file, detection, shift, sync, pageBytes);
        this.firstLines = firstLines;
        this.outline = outline;
    }

    @Override
    public BookMetadata metadata() {
        return new BookMetadata(firstLines.title(), firstLines.authors(), Optional.empty(), detection.details());
    }

    @Override
    public int pageCount() {
        return cutter.pages();
    }

    /** The page's text with the line ends of the file; bytes that cannot be decoded become U+FFFD. */
    @Override
    public String pageText(int page) throws FormatException {
        requireOpen();
        if (page < 0 || page >= cutter.pages()) {
            throw new FormatException(Reason.DAMAGED, "There is no page " + (page + 1L) + " in this book");
        }
        TextFile around = cutter.around(page);
        Range range = new Range(page, cutter.start(page, around), cutter.start(page + 1, around));
        last = range;
        long from = Math.max(range.start(), detection.bomLength());
        return pieces.text(around, from, range.end());
    }

    /** Goes on where the last call was cancelled; of several callers at a time one looks, the others wait for it. */
    @Override
    public Outline outline(Work work) throws FormatException {
        requireOpen();
        return outline.get(work);
    }

    /** Each hit with the offset of its first byte; regardless of case and width, across line ends too. */
    @Override
    public Hits find(Query query, long fromAnchor, int limit, Work work) throws FormatException {
        requireOpen();
        if (detection.encoding() == Encoding.SHIFTED) {
            return FlowingBook.super.find(query, fromAnchor, limit, work); // the same bytes mean this or that
        }
        Needle needle = new Needle(query.text(), detection.charset());
        return needle.canBeWritten()
                ? new TextSearch(file, detection, pieces, sync, needle).find(fromAnchor, limit, work)
                : new Hits(List.of(), OptionalLong.empty());
    }

    /** The offset of the page's first byte; about that if the source fails. */
    @Override
    public long anchorOf(int page) {
        try {
            Range known = last;
            if (known.page() == page) {
                return known.start();
            }
            requireOpen();
            return cutter.start(page);
        } catch (FormatException e) {
            // The caller asks for the page's text next, and hears of the failure there.
            return cutter.nominalStart(page);
        }
    }

    @Override
    public int pageAt(long anchor) {
        int page = cutter.nominalPageAt(anchor);
        if (cutter.isSurelyOn(page, anchor)) {
            return page;
        }
        boolean onNext = page + 1 < cutter.pages() && anchorOf(page + 1) <= anchor;
        return onNext ? page + 1 : page;
    }

    private void requireOpen() throws FormatException {
        if (closed) {
            throw new FormatException(Reason.CANCELLED, "The book is closed");
        }
    }

    /** Nothing to free: the source belongs to who opened it. */
    @Override
    public void close() {
        closed = true;
    }
}
