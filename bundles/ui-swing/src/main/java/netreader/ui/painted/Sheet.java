package netreader.ui.painted;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Supplier;
import netreader.client.PagePicture;

/** What there is of a page to be seen. Event thread. */
final class Sheet {
    private final AwaitedSheet awaited;
    private Optional<PagePicture> picture = Optional.empty();
    private Optional<BufferedImage> finished = Optional.empty();
    private Finish finish = Finish.NONE;
    private Optional<String> sentence = Optional.empty();

    /**
     * @param page from 0
     * @param meanwhile what is being done as long as there is no picture
     */
    Sheet(int page, Supplier<String> meanwhile) {
        awaited = new AwaitedSheet(page + 1, meanwhile);
    }

    /** The picture as the book has it, in whatever resolution. */
    Optional<PagePicture> picture() {
        return picture;
    }

    void picture(PagePicture newPicture) {
        picture = Optional.of(newPicture);
        sentence = Optional.empty();
    }

    /** A picture to be put on the desk. */
    void finished(BufferedImage image, Finish by) {
        finished = Optional.of(image);
        finish = by;
    }

    /** What can be put on the desk, where pages are turned so far. */
    Optional<BufferedImage> image(int quarters) {
        return finished.filter(image -> finish.quarters() == quarters);
    }

    boolean isFinishedBy(Finish wanted) {
        return finished.isPresent() && finish.equals(wanted);
    }

    /** Why there is no page. */
    Optional<String> sentence() {
        return sentence;
    }

    void sentence(String why) {
        sentence = Optional.of(why);
    }

    /** What is shown as long as there is no picture. */
    AwaitedSheet awaited() {
        return awaited;
    }

    boolean isPartial() {
        return picture.filter(now -> now.quality() == PagePicture.Quality.PARTIAL)
                .isPresent();
    }
}
