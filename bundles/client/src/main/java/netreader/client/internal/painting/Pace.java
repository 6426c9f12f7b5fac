package netreader.client.internal.painting;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How long pages of a book take to paint. One thread at a time. */
final class Pace {
    private static final int REMEMBERED = 5;

    private final Deque<Duration> pages = new ArrayDeque<>();
    private boolean previewsPay = true;

    void pageTook(Duration time) {
        pages.addLast(time);
        if (pages.size() > REMEMBERED) {
            pages.removeFirst();
        }
    }

    /** Where it is the operators that take long, a small picture takes as long as a large one. */
    void previewTook(Duration time) {
        previewsPay = time.compareTo(expected().dividedBy(2)) < 0;
    }

    /** The median of the last pages; zero as long as there was none. */
    Duration expected() {
        return pages.isEmpty()
                ? Duration.ZERO
                : pages.stream().sorted().skip(pages.size() / 2).findFirst().orElseThrow();
    }

    boolean previewsPay() {
        return previewsPay;
    }
}
