package netreader.client.internal.painting;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import netreader.client.ClientException;
import netreader.client.PagePicture;
import netreader.client.PagePicture.Quality;
import netreader.format.PageSize;
import netreader.format.Work;

/** Makes the picture of one page, in low resolution first if that is worth it. One thread at a time. */
final class PagePainter {
    private static final double PREVIEW_SCALE = 0.25;

    private final PaintedPages pages;
    private final PictureCache cache;
    private final PictureCache.Book kept;
    private final PaintingLimits limits;
    private final Pace pace = new Pace();

    PagePainter(PaintedPages pages, PictureCache cache, PictureCache.Book kept, PaintingLimits limits) {
        this.pages = pages;
        this.cache = cache;
        this.kept = kept;
        this.limits = limits;
    }

    /**
     * Paints the page as far as there is time for it.
     *
     * @param early is given a preview
     * @return FULL or PARTIAL
     * @throws ClientException CANCELLED, TOO_COSTLY and others
     */
    PagePicture paint(Painting painting, Consumer<PagePicture> early) throws ClientException {
        int page = painting.request().page();
        PageSize size = pages.size(page, painting);
        double scale = limits.pixelsPerPoint(painting.request().scale(), size);
        if (kept.get(page).isPresent()) {
            painting.shown(); // in another size
        } else if (painting.wanted() && pace.expected().compareTo(limits.slow()) > 0 && pace.previewsPay()) {
            preview(painting, size, scale * PREVIEW_SCALE).ifPresent(early);
        }
        painting.into(size, scale, image(size, scale));
        BufferedImage image = painting.target().orElseThrow().image();
        Duration began = painting.time();
        try {
            pages.paint(page, scale, image, painting);
        } catch (ClientException e) {
            if (e.is("CANCELLED") && !painting.wasCancelled() && painting.isOverTime()) {
                return new PagePicture(page, size, scale, image, Quality.PARTIAL);
            }
            throw e;
        }
        pace.pageTook(painting.time().minus(began));
        return new PagePicture(page, size, scale, image, Quality.FULL);
    }

    /** Empty if it is not ready in half of the time that the page itself is expected to take. */
    private Optional<PagePicture> preview(Painting painting, PageSize size, double scale) throws ClientException {
        Duration began = painting.time();
        Duration patience = pace.expected().dividedBy(2);
        Work brief = () -> painting.cancelled() || painting.time().minus(began).compareTo(patience) >= 0;
        BufferedImage image = image(size, scale);
        try {
            pages.paint(painting.request().page(), scale, image, brief);
        } catch (ClientException e) {
            if (!e.is("CANCELLED") || painting.cancelled()) {
                throw e;
            }
            pace.previewTook(painting.time().minus(began));
            return Optional.empty();
        }
        pace.previewTook(painting.time().minus(began));
        painting.shown();
        return Optional.of(new PagePicture(painting.request().page(), size, scale, image, Quality.PREVIEW));
    }

    private BufferedImage image(PageSize size, double scale) throws ClientException {
        int width = (int) Math.max(1, Math.round(size.width() * scale));
        int height = (int) Math.max(1, Math.round(size.height() * scale));
        try {
            return blank(width, height);
        } catch (OutOfMemoryError e) {
            cache.clear();
        }
        try {
            return blank(width, height);
        } catch (OutOfMemoryError e) {
            throw new ClientException("TOO_COSTLY", "This page needs more memory than there is", e);
        }
    }

    /** White, as paper is, also where nothing gets painted. */
    private static BufferedImage blank(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }
}
