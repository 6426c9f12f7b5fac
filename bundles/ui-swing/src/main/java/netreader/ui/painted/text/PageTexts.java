package netreader.ui.painted.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import netreader.client.ClientException;
import netreader.client.PaintedReading;
import netreader.format.Work;
import netreader.ui.work.Background;
import netreader.ui.work.Running;

/** The texts and links of pages, read in the background one after the other, the latest kept. Event thread. */
public final class PageTexts {
    private static final int KEPT = 60;

    private final Background background;
    private final PaintedReading reading;
    private final IntConsumer came;
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private final Map<Integer, PageWords> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, PageWords> eldest) {
            return size() > KEPT;
        }
    };
    private Optional<Running> running = Optional.empty();

    /** @param came hears of each page whose text is here now */
    public PageTexts(Background background, PaintedReading reading, IntConsumer came) {
        this.background = background;
        this.reading = reading;
        this.came = came;
    }

    /** The text of a page, if it is here. */
    public Optional<PageWords> at(int page) {
        return Optional.ofNullable(kept.get(page));
    }

    /** Reads the texts of these pages, and of no others that were wanted before. */
    public void want(List<Integer> pages) {
        wanted.clear();
        pages.stream().filter(page -> !kept.containsKey(page)).forEach(wanted::add);
        goOn();
    }

    private void goOn() {
        if (running.isPresent() || wanted.isEmpty()) {
            return;
        }
        int page = wanted.removeFirst();
        running = Optional.of(background.start(
                work -> read(reading, page, work),
                words -> {
                    kept.put(page, words);
                    ended(page);
                },
                failure -> {
                    if (isOfThePage(failure)) {
                        kept.put(page, PageWords.NONE);
                    }
                    ended(page);
                }));
    }

    private void ended(int page) {
        running = Optional.empty();
        if (kept.containsKey(page)) {
            came.accept(page);
        }
        goOn();
    }

    /** Any thread that may wait. */
    public static PageWords read(PaintedReading reading, int page, Work work) throws ClientException {
        if (work.cancelled()) {
            throw new ClientException("CANCELLED", "Nobody waits for it any more");
        }
        return new PageWords(reading.textRuns(page), reading.links(page));
    }

    private static boolean isOfThePage(ClientException failure) {
        return failure.is("DAMAGED") || failure.is("UNSUPPORTED") || failure.is("TOO_COSTLY");
    }

    public void close() {
        wanted.clear();
        running.ifPresent(Running::cancel);
    }
}
