package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;
import netreader.client.Place;
import netreader.client.ShelfBook;
import netreader.ui.look.Glyph;
import netreader.ui.look.Painting;
import netreader.ui.look.Palette;
import netreader.ui.work.UiContext;

/** One book on the shelf, painted: cover, badges, progress, title, author. */
final class BookCell extends JPanel implements ListCellRenderer<ShelfBook> {
    private static final long serialVersionUID = 1;

    static final int WIDTH = 182;
    static final int HEIGHT = 306;
    private static final int COVER_WIDTH = 150;
    private static final int COVER_HEIGHT = 210;
    private static final int TOP = 14;

    private final transient UiContext context;
    private final transient Covers covers;
    private final transient CoverShadow shadow = new CoverShadow();
    private final transient TitleLines titles = new TitleLines();
    private transient Optional<ShelfBook> shown = Optional.empty();
    private boolean selected;
    private boolean focused;

    BookCell(UiContext context, Covers covers) {
        this.context = context;
        this.covers = covers;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends ShelfBook> list, ShelfBook book, int index, boolean isSelected, boolean hasFocus) {
        shown = Optional.of(book);
        selected = isSelected;
        focused = hasFocus;
        getAccessibleContext().setAccessibleName(book.title());
        getAccessibleContext()
                .setAccessibleDescription(
                        book.gone() ? context.text().get("shelf.gone") : String.join(", ", book.authors()));
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Painting.smooth(graphics);
        shown.ifPresent(book -> paint(g, book));
        g.dispose();
    }

    private void paint(Graphics2D g, ShelfBook book) {
        if (selected) {
            g.setColor(Palette.SELECTION.color());
            g.fill(new RoundRectangle2D.Double(px(3), px(3), getWidth() - px(6), getHeight() - px(6), px(14), px(14)));
        }
        int left = (getWidth() - px(COVER_WIDTH)) / 2;
        paintCover(g, book, left);
        int width = px(COVER_WIDTH) + px(14);
        int textLeft = (getWidth() - width) / 2;
        g.setFont(Painting.font(13, Font.PLAIN));
        g.setColor(
                book.status() == ShelfBook.Status.READY
                        ? UIManager.getColor("Label.foreground")
                        : Palette.SECONDARY.color());
        double baseline = px(TOP + COVER_HEIGHT + 30);
        for (String line : titles.of(book.title(), g.getFontMetrics(), width, 2)) {
            centred(g, line, textLeft, width, baseline);
            baseline += px(18);
        }
        g.setFont(Painting.font(12, Font.PLAIN));
        g.setColor(Palette.SECONDARY.color());
        String second = book.authors().isEmpty() ? book.format() : String.join(", ", book.authors());
        for (String line : titles.of(second, g.getFontMetrics(), width, 1)) {
            centred(g, line, textLeft, width, baseline);
        }
    }

    private static void centred(Graphics2D g, String line, int left, int width, double baseline) {
        int w = g.getFontMetrics().stringWidth(line);
        g.drawString(line, left + (width - w) / 2f, (float) baseline);
    }

    private void paintCover(Graphics2D g, ShelfBook book, int left) {
        double scale = g.getTransform().getScaleX();
        Optional<Image> picture =
                covers.of(book, (int) Math.round(px(COVER_WIDTH) * scale), (int) Math.round(px(COVER_HEIGHT) * scale));
        int w = picture.map(p -> (int) Math.round(p.getWidth(null) / scale)).orElse(px(COVER_WIDTH - 4));
        int h = picture.map(p -> (int) Math.round(p.getHeight(null) / scale)).orElse(px(COVER_HEIGHT));
        int x = left + (px(COVER_WIDTH) - w) / 2;
        int y = px(TOP) + px(COVER_HEIGHT) - h;
        shadow.paint(g, x, y, w, h);
        Graphics2D inner = (Graphics2D) g.create(x, y, w, h);
        if (picture.isPresent()) {
            inner.drawImage(picture.get(), 0, 0, w, h, null);
        } else {
            inner.setColor(DrawnCover.cloth(book));
            inner.fillRect(0, 0, w, h);
        }
        if (book.status() != ShelfBook.Status.READY) {
            inner.setColor(new Color(20, 20, 20, 120));
            inner.fillRect(0, 0, w, h);
            Glyph mark = book.status() == ShelfBook.Status.QUARANTINED ? Glyph.WARNING : Glyph.CLOUD;
            mark.paint(inner, w / 2.0 - px(16), h / 2.0 - px(16), px(32), Color.WHITE);
        }
        inner.dispose();
        border(g, x, y, w, h);
        if (book.gone()) {
            badge(g, x + w - px(12), y - px(8), Palette.WARNING, Glyph.GONE);
        } else if (context.client().onThisComputer(book)) {
            badge(g, x + w - px(12), y - px(8), Palette.GOOD, Glyph.CHECK);
        }
        context.client().place(book).ifPresent(place -> progress(g, place, left));
        if (focused) { // also seen where the book is selected: keys go to it now
            g.setColor(Palette.PROGRESS.color());
            g.setStroke(new BasicStroke(px(2)));
            g.draw(new RoundRectangle2D.Double(px(4), px(4), getWidth() - px(8), getHeight() - px(8), px(13), px(13)));
        }
    }

    /** Lines, as the mask for a smooth rectangle would be as large as the cover. */
    private static void border(Graphics2D smooth, int x, int y, int w, int h) {
        Graphics2D g = Painting.sharp(smooth);
        g.setColor(Palette.SHADOW.color(40));
        g.fillRect(x, y - 1, w, 1);
        g.fillRect(x, y + h, w, 1);
        g.fillRect(x - 1, y, 1, h);
        g.fillRect(x + w, y, 1, h);
        g.dispose();
    }

    /** A tick: this book is on this computer. A cloud that is struck out: it is nowhere else. */
    private static void badge(Graphics2D g, double x, double y, Palette colour, Glyph glyph) {
        double size = px(20);
        g.setColor(Palette.SHELF.color());
        g.fill(new Ellipse2D.Double(x - px(2), y - px(2), size + px(4), size + px(4)));
        g.setColor(colour.color());
        g.fill(new Ellipse2D.Double(x, y, size, size));
        glyph.paint(g, x + px(3), y + px(3), size - px(6), Color.WHITE);
    }

    private static void progress(Graphics2D g, Place place, int left) {
        double y = px(TOP + COVER_HEIGHT + 8);
        double width = px(COVER_WIDTH);
        double height = px(3);
        g.setColor(Palette.TRACK.color());
        g.fill(new RoundRectangle2D.Double(left, y, width, height, height, height));
        g.setColor(Palette.PROGRESS.color());
        g.fill(new RoundRectangle2D.Double(
                left, y, Math.max(height, width * place.fraction()), height, height, height));
    }
}
