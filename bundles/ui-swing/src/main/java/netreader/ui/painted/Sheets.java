package netreader.ui.painted;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import netreader.client.ClientException;
import netreader.client.PagePicture;
import netreader.client.PagePictures;
import netreader.client.PageScale;
import netreader.ui.work.Background;

/** The sheets of the pages that are seen, and of some beside them, with their pictures as they come. Event thread. */
final class Sheets implements AutoCloseable {
    /** Pages so far from those that are seen keep their pictures. */
    private static final int NEAR = 3;

    private final Background background;
    private final PagePictures pictures;
    private final Listener listener;
    private final AutoCloseable listening;
    private final Map<Integer, Sheet> sheets = new HashMap<>();
    private Finish finish = Finish.NONE;
    private Supplier<String> meanwhile = () -> "";
    private boolean closed;

    /** What hears of pictures. */
    interface Listener {
        /** There is another picture of a page. */
        void came(PagePicture picture);

        /** The page can be seen, or looks otherwise than before. */
        void changed(int page);

        void failed(int page, ClientException failure);
    }

    Sheets(Background background, PagePictures pictures, Listener listener) {
        this.background = background;
        this.pictures = pictures;
        this.listener = listener;
        this.listening = pictures.listen(new Arrivals());
    }

    /** What comes from the thread that paints. */
    private final class Arrivals implements PagePictures.Listener {
        @Override
        public void painted(PagePicture picture) {
            EventQueue.invokeLater(() -> {
                if (!closed && sheets.containsKey(picture.page())) {
                    accept(picture);
                }
            });
        }

        @Override
        public void failed(int page, ClientException failure) {
            EventQueue.invokeLater(() -> {
                if (!closed && sheets.containsKey(page)) {
                    listener.failed(page, failure);
                }
            });
        }
    }

    /**
     * Wants the pages that are to be seen, the most important first.
     *
     * @param shown pages that are on the screen meanwhile
     */
    void want(List<Integer> pages, Collection<Integer> shown, PageScale scale) {
        sheets.keySet().removeIf(page -> !shown.contains(page) && pages.stream().noneMatch(seen -> isNear(seen, page)));
        pages.forEach(this::of);
        pictures.want(pages, scale).forEach(this::accept);
    }

    private static boolean isNear(int seen, int page) {
        return Math.abs(seen - page) <= NEAR;
    }

    /** What is said of pages that are on their way; asked again and again. */
    void meanwhile(Supplier<String> words) {
        meanwhile = words;
    }

    Sheet of(int page) {
        return sheets.computeIfAbsent(page, number -> new Sheet(number, () -> meanwhile.get()));
    }

    /** The sheet of a page that was wanted. */
    Optional<Sheet> at(int page) {
        return Optional.ofNullable(sheets.get(page));
    }

    private void accept(PagePicture picture) {
        Sheet sheet = of(picture.page());
        boolean same = sheet.picture()
                .filter(before -> before.image() == picture.image() && before.quality() == picture.quality())
                .isPresent();
        sheet.picture(picture);
        if (!same || !sheet.isFinishedBy(finish)) {
            finish(picture.page(), sheet);
        }
        listener.came(picture);
    }

    /** From now on pictures go through this. */
    void finish(Finish newFinish) {
        finish = newFinish;
        sheets.forEach(this::finish);
    }

    Finish finish() {
        return finish;
    }

    private void finish(int page, Sheet sheet) {
        BufferedImage image = sheet.picture().map(PagePicture::image).orElse(null);
        Finish by = finish;
        if (image == null) {
            return;
        }
        if (by.equals(Finish.NONE)) {
            sheet.finished(image, by);
            listener.changed(page);
            return;
        }
        background.start(
                work -> by.apply(image),
                done -> {
                    boolean latest =
                            sheet.picture().filter(now -> now.image() == image).isPresent();
                    if (!closed && latest && by.equals(finish)) {
                        sheet.finished(done, by);
                        listener.changed(page);
                    }
                },
                failure -> listener.failed(page, failure));
    }

    @Override
    public void close() {
        closed = true;
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("A listener that only leaves a list cannot fail", e);
        }
    }
}
