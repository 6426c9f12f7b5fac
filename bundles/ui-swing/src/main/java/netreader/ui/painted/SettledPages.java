package netreader.ui.painted;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.swing.Timer;
import netreader.client.ClientException;
import netreader.client.PaintedReading;
import netreader.format.PageSize;
import netreader.ui.painted.text.PageTexts;
import netreader.ui.work.UiContext;

/** Finds out what can wait until pages have stood still: their text, sizes of those around them, where the file is. Event thread. */
final class SettledPages {
    /** To read texts earlier would be in the way of pictures. */
    private static final int SETTLED_MILLIS = 120;

    /** So many pages around those that are seen are asked for their size. */
    private static final int NEAR = 3;

    private final UiContext context;
    private final PaintedReading reading;
    private final PageTexts texts;
    private final DeskView view;
    private final Timer settled = new Timer(SETTLED_MILLIS, e -> settle());
    private List<Integer> seen = List.of();
    private boolean here;
    private boolean closed;

    SettledPages(UiContext context, PaintedReading reading, PageTexts texts, DeskView view) {
        this.context = context;
        this.reading = reading;
        this.texts = texts;
        this.view = view;
        settled.setRepeats(false);
    }

    /** These pages are seen from now on. */
    void sees(List<Integer> pages) {
        seen = pages;
        settled.restart();
    }

    /** Whether the whole file is on this computer. */
    boolean isHere() {
        return here;
    }

    private void settle() {
        texts.want(seen);
        List<Integer> unknown = seen.stream()
                .flatMap(page -> IntStream.rangeClosed(page - NEAR, page + NEAR).boxed())
                .filter(page -> page >= 0 && page < reading.pageCount() && !view.knowsSize(page))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            context.background().start(work -> sizes(unknown), this::sized, failure -> {});
        }
        context.background()
                .start(work -> context.client().onThisComputer(reading.book()), is -> here = is, failure -> {});
    }

    private Map<Integer, PageSize> sizes(List<Integer> pages) throws ClientException {
        Map<Integer, PageSize> sizes = new HashMap<>();
        for (int page : pages) {
            sizes.put(page, reading.pageSize(page));
        }
        return sizes;
    }

    private void sized(Map<Integer, PageSize> sizes) {
        if (!closed) {
            view.sized(sizes);
        }
    }

    void close() {
        closed = true;
        settled.stop();
    }
}
