package netreader.ui.painted;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import netreader.client.ClientException;
import netreader.format.Work;
import netreader.ui.work.Background;
import netreader.ui.work.NewestFirst;

/** Small pictures of pages, each painted when it is asked for; the latest are kept. Knows no list. Event thread. */
final class ThumbnailPictures {
    static final int KEPT = 200;
    /** More than a screen shows need not wait. */
    static final int WAITING = 24;

    private final NewestFirst work;
    private final Painter painter;
    private final IntConsumer changed;
    private final Set<Integer> asked = new HashSet<>();
    private final Map<Integer, BufferedImage> pictures = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, BufferedImage> eldest) {
            return size() > KEPT;
        }
    };
    private Finish finish = Finish.NONE;
    private volatile boolean closed;

    /** Paints one; on a thread that may wait. */
    interface Painter {
        BufferedImage paint(int page, int width, Work work) throws ClientException;
    }

    /** @param changed hears of pages for which there is a picture now, or that are to be asked for again if they are seen */
    ThumbnailPictures(Background background, Painter painter, IntConsumer changed) {
        work = new NewestFirst(background, 1, WAITING);
        this.painter = painter;
        this.changed = changed;
    }

    Finish finish() {
        return finish;
    }

    /** Pages look otherwise from now on. */
    void finish(Finish newFinish) {
        finish = newFinish;
        pictures.clear();
        asked.clear();
    }

    /**
     * The picture of a page if it is here; else it will come.
     *
     * @param width in pixels, of a page that is not turned
     */
    Optional<BufferedImage> of(int page, int width) {
        BufferedImage here = pictures.get(page);
        if (here == null && !closed && asked.add(page)) {
            ask(page, width);
        }
        return Optional.ofNullable(here);
    }

    private void ask(int page, int width) {
        Finish by = finish;
        work.submit(
                running -> by.apply(painter.paint(page, width, () -> closed || running.cancelled())),
                picture -> {
                    if (by.equals(finish)) {
                        asked.remove(page);
                        pictures.put(page, picture);
                        changed.accept(page);
                    }
                },
                failure -> {
                    // What was dropped for newer ones is asked for again when it is seen; what is damaged is not.
                    if (failure.is(NewestFirst.CANCELLED) && by.equals(finish)) {
                        asked.remove(page);
                        changed.accept(page);
                    }
                });
    }

    void close() {
        closed = true;
    }
}
