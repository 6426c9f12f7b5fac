package netreader.ui.demo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import netreader.client.ClientException;
import netreader.client.PagePicture;
import netreader.client.PagePicture.Quality;
import netreader.client.PagePictures;
import netreader.client.PageScale;
import netreader.format.Work;

/** The pages of a {@link DrawnReading}, drawn at once, or when the test says so. Any thread. */
public final class DrawnPictures implements PagePictures {
    private final DrawnReading reading;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean onDemand;
    private volatile List<Integer> wanted = List.of();
    private volatile Optional<PageScale> scale = Optional.empty();

    DrawnPictures(DrawnReading reading) {
        this.reading = reading;
    }

    /** From now on a page comes by {@link #come} only. */
    public void onDemand() {
        onDemand = true;
    }

    @Override
    public List<PagePicture> want(List<Integer> pages, PageScale newScale) {
        scale = Optional.of(newScale);
        wanted = List.copyOf(pages);
        return onDemand
                ? List.of()
                : pages.stream().map(page -> picture(page, Quality.FULL)).toList();
    }

    /** The pages that are wanted, the most important first. */
    public List<Integer> wanted() {
        return wanted;
    }

    /** Tells of a picture of the page; a preview has a quarter of the pixels each way. */
    public void come(int page, Quality quality) {
        PagePicture picture = picture(page, quality);
        listeners.forEach(listener -> listener.painted(picture));
    }

    /** Tells that there is no such picture. */
    public void fail(int page, String code) {
        listeners.forEach(listener -> listener.failed(page, new ClientException(code, "failed on demand")));
    }

    private PagePicture picture(int page, Quality quality) {
        double pixels =
                scale.orElseThrow().pixelsPerPoint(reading.pageSize(page)) * (quality == Quality.PREVIEW ? 0.25 : 1);
        try {
            return new PagePicture(
                    page, reading.pageSize(page), pixels, reading.render(page, pixels, Work.UNCANCELLED), quality);
        } catch (ClientException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public AutoCloseable listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
