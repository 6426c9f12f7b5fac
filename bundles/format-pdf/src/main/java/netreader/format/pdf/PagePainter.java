package netreader.format.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Work;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.rendering.RenderDestination;

/** Paints pages of a document. One thread at a time. */
final class PagePainter extends PDFRenderer {
    /** 64 million pixels are 256 MB, more than any screen shows. */
    private static final long MOST_PIXELS = 64L << 20;

    private final GlyphMasks glyphs;
    private final DecodingBudget budget;
    private final Work work;

    PagePainter(BookDocument document, Work work) {
        super(document);
        this.glyphs = document.glyphs();
        this.budget = document.budget();
        this.work = work;
        setSubsamplingAllowed(true);
        RenderingHints hints =
                new RenderingHints(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        hints.put(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        hints.put(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        hints.put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        setRenderingHints(hints);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        PageDrawer drawer = new PageBrush(parameters, glyphs, budget, work);
        drawer.setAnnotationFilter(getAnnotationsFilter());
        return drawer;
    }

    /** Soft masks and patterns of PDFBox paint past the clip of a graphics, but not past the edge of a picture. */
    private static BufferedImage within(Rectangle clip, BufferedImage target) {
        boolean same = target.getWidth() <= clip.width && target.getHeight() <= clip.height;
        return same ? target : target.getSubimage(0, 0, clip.width, clip.height);
    }

    /**
     * Paints a part of a page on white; see {@link netreader.format.PaintedBook#render}. What would take too much memory is left out,
     * and said only when all else is painted.
     *
     * @throws FormatException CANCELLED, TOO_COSTLY
     */
    void paint(int page, double pixelsPerPoint, Rectangle clip, BufferedImage target)
            throws IOException, FormatException {
        if ((long) clip.width * clip.height > MOST_PIXELS) {
            throw new FormatException(Reason.TOO_COSTLY, "The picture of the page would be too large");
        }
        work.check();
        budget.begin();
        Graphics2D graphics = within(clip, target).createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.setBackground(Color.WHITE);
            graphics.clipRect(0, 0, clip.width, clip.height);
            graphics.fillRect(0, 0, clip.width, clip.height);
            graphics.translate(-clip.x, -clip.y);
            double unit = PageGeometry.of(document.getPage(page)).unit();
            float scale = (float) (pixelsPerPoint * unit);
            renderPageToGraphics(page, graphics, scale, scale, RenderDestination.VIEW);
            if (budget.isExceeded()) {
                throw Failures.tooLarge(null);
            }
        } catch (PageBrush.Cancelled e) {
            throw new FormatException(Reason.CANCELLED, "The page is not wanted any more", e);
        } finally {
            graphics.dispose();
        }
    }
}
