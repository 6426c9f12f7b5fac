package org.example.markdown;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import netreader.format.BookMetadata;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Outline;
import netreader.format.Work;

/**
 * A text cut into pages at the ends of lines. An anchor is an index in the text, so that a bookmark stays where it is
 * when pages get another size. Nothing changes after the constructor but {@code closed}: any thread.
 */
final class MarkdownBook implements FlowingBook {
    private final String text;
    /** Where each page begins, and behind them the end of the text. */
    private final int[] starts;

    private final List<Outline.Entry> headings;
    private volatile boolean closed;

    MarkdownBook(String text, int pageLength) {
        this.text = text;
        this.starts = PageStarts.of(text, pageLength);
        this.headings = Headings.of(text);
    }

    @Override
    public BookMetadata metadata() {
        Optional<String> title = headings.stream().map(Outline.Entry::title).findFirst();
        return new BookMetadata(title, List.of(), Optional.empty(), List.of());
    }

    @Override
    public int pageCount() {
        return starts.length - 1;
    }

    @Override
    public String pageText(int page) throws FormatException {
        if (closed) {
            throw new FormatException(Reason.CANCELLED, "The book is closed");
        }
        if (page < 0 || page >= pageCount()) {
            throw new FormatException(Reason.DAMAGED, "There is no page " + (page + 1L) + " in this book");
        }
        return text.substring(starts[page], starts[page + 1]);
    }

    @Override
    public Outline outline(Work work) {
        return new Outline(headings, true);
    }

    @Override
    public long anchorOf(int page) {
        return starts[page];
    }

    @Override
    public int pageAt(long anchor) {
        int index = (int) Math.max(0, Math.min(anchor, text.length() - 1L));
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2; // the page that begins before it
    }

    @Override
    public void close() {
        closed = true;
    }
}
