package netreader.format.epub;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.PageSize;
import netreader.format.Work;
import netreader.format.archive.Archive;
import netreader.format.archive.Pictures;
import netreader.format.epub.publication.Publication;

/** The picture for the shelf: the one that the book names, else the page that it names, else its first page. */
final class Covers {
    private final Publication publication;
    private final EpubBook book;

    Covers(Publication publication, EpubBook book) {
        this.publication = publication;
        this.book = book;
    }

    Optional<BufferedImage> cover(int maxPixels, Work work) throws FormatException {
        Optional<Archive.Entry> named = publication.cover();
        if (named.isPresent()) {
            try {
                BufferedImage picture = Pictures.read(publication.archive(), named.get(), "The cover", work);
                return Optional.of(fitted(picture, maxPixels, work));
            } catch (FormatException e) {
                if (e.reason() == Reason.CANCELLED || e.reason() == Reason.IO) {
                    throw e;
                }
            }
        }
        return Optional.of(painted(publication.coverPage().map(book::pageOf).orElse(0), maxPixels, work));
    }

    private static BufferedImage fitted(BufferedImage picture, int maxPixels, Work work) throws FormatException {
        double scale = Math.min(1, maxPixels / (double) Math.max(picture.getWidth(), picture.getHeight()));
        int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = fitted.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(Pictures.reduced(picture, width, height, work), 0, 0, width, height, null);
        graphics.dispose();
        return fitted;
    }

    private BufferedImage painted(int page, int maxPixels, Work work) throws FormatException {
        PageSize size = book.pageSize(page);
        double scale = maxPixels / Math.max(size.width(), size.height());
        int width = (int) Math.max(1, Math.min(maxPixels, Math.round(size.width() * scale)));
        int height = (int) Math.max(1, Math.min(maxPixels, Math.round(size.height() * scale)));
        BufferedImage cover = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        book.render(page, scale, new Rectangle(width, height), cover, work);
        return cover;
    }
}
