package netreader.format.kit;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import netreader.format.BookMetadata;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.TextRun;
import netreader.format.Work;

/** Two pages with a square. It keeps all promises; tests take one away each. */
class SquareBook implements PaintedBook {
    private boolean closed;

    @Override
    public BookMetadata metadata() {
        return BookMetadata.NONE;
    }

    @Override
    public int pageCount() {
        return 2;
    }

    final void require(int page) throws FormatException {
        if (closed) {
            throw new FormatException(Reason.CANCELLED, "The book is closed");
        }
        if (page < 0 || page >= pageCount()) {
            throw new FormatException(Reason.DAMAGED, "There is no such page");
        }
    }

    @Override
    public String pageText(int page) throws FormatException {
        require(page);
        return "square\n";
    }

    @Override
    public PageSize pageSize(int page) throws FormatException {
        require(page);
        return new PageSize(200, 100);
    }

    @Override
    public void render(int page, double pixelsPerPoint, Rectangle clip, BufferedImage target, Work work)
            throws FormatException {
        require(page);
        work.check();
        Graphics2D graphics = target.createGraphics();
        graphics.clipRect(0, 0, clip.width, clip.height);
        paint(graphics, pixelsPerPoint, clip);
        graphics.dispose();
    }

    void paint(Graphics2D graphics, double pixelsPerPoint, Rectangle clip) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, clip.width, clip.height);
        graphics.translate(-clip.x, -clip.y);
        graphics.scale(pixelsPerPoint, pixelsPerPoint);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(20, 10, 100, 60);
    }

    @Override
    public List<TextRun> textRuns(int page) throws FormatException {
        require(page);
        return List.of(new TextRun("square", new Rectangle2D.Double(20, 10, 100, 60), true));
    }

    @Override
    public Optional<BufferedImage> cover(int maxPixels, Work work) throws FormatException {
        require(0);
        return Optional.of(new BufferedImage(maxPixels, Math.max(1, maxPixels / 2), BufferedImage.TYPE_INT_RGB));
    }

    @Override
    public void close() {
        closed = true;
    }
}
