package netreader.ui.painted;

import static netreader.ui.look.Painting.px;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.Timer;
import netreader.ui.look.Painting;
import netreader.ui.look.Palette;
import netreader.ui.painted.layout.PageLayout;
import netreader.ui.painted.text.PageTexts;

/**
 * Sheets of paper on a desk: each with its page's picture, an older one stretched, only the page's number, or why there is
 * no page; over them what is marked. Event thread.
 */
final class Desk extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1;

    private static final int FRAME_MILLIS = 40;
    private static final int SHADOW = 4;
    /** A bright desk around dark pages would dazzle. */
    private static final Color NIGHT_DESK = new Color(0x0f1011);

    private final transient Sheets sheets;
    private final transient PageTexts texts;
    private final transient Marks marks;
    private final transient Supplier<String> partial;
    private transient PageLayout layout;
    private final Timer motion = new Timer(FRAME_MILLIS, e -> move());

    /** @param partial what there is to say of a page that is not whole */
    Desk(Sheets sheets, PageTexts texts, Marks marks, Supplier<String> partial, PageLayout layout) {
        this.sheets = sheets;
        this.texts = texts;
        this.marks = marks;
        this.partial = partial;
        this.layout = layout;
        setFocusable(true);
        setOpaque(true);
        setAutoscrolls(true);
    }

    PageLayout pages() {
        return layout;
    }

    void lay(PageLayout newLayout) {
        layout = newLayout;
        revalidate();
        repaint();
    }

    /** Where the layout's corner is: a desk that is larger has it in the middle. */
    Point corner() {
        return new Point(
                Math.max(0, (getWidth() - layout.width()) / 2), Math.max(0, (getHeight() - layout.height()) / 2));
    }

    /** The pages of which something is on the screen. */
    List<Integer> seen() {
        Rectangle visible = getVisibleRect();
        Point corner = corner();
        visible.translate(-corner.x, -corner.y);
        return layout.pagesIn(visible);
    }

    /** As {@link #seen}, the one in the middle of the screen first. */
    List<Integer> seenCentralFirst() {
        double middle = getVisibleRect().getCenterY();
        return seen().stream()
                .sorted(Comparator.comparingDouble(page -> Math.abs(bounds(page).getCenterY() - middle)))
                .toList();
    }

    /** From points of a page that is on the desk to the desk. */
    AffineTransform toDesk(int page) {
        Point corner = corner();
        AffineTransform to = AffineTransform.getTranslateInstance(corner.x, corner.y);
        to.concatenate(layout.toView(page));
        return to;
    }

    private Rectangle bounds(int page) {
        Rectangle bounds = layout.bounds(page);
        Point corner = corner();
        bounds.translate(corner.x, corner.y);
        return bounds;
    }

    void repaint(int page) {
        if (layout.has(page)) {
            repaint(bounds(page));
        }
        motion.start();
    }

    /** Repaints what moves, as long as something does. */
    private void move() {
        List<Integer> awaited = seen().stream().filter(this::isAwaited).toList();
        awaited.forEach(page -> repaint(bounds(page)));
        if (awaited.isEmpty()) {
            motion.stop();
        }
    }

    private boolean isAwaited(int page) {
        return sheets.at(page)
                .filter(sheet -> sheet.sentence().isEmpty()
                        && sheet.image(layout.quarters()).isEmpty())
                .isPresent();
    }

    void stopMoving() {
        motion.stop();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Painting.sharp(graphics);
        g.setColor(sheets.finish().night() ? NIGHT_DESK : Palette.DESK.color());
        Rectangle clip = g.getClipBounds();
        g.fillRect(clip.x, clip.y, clip.width, clip.height);
        Point corner = corner();
        Rectangle painted = new Rectangle(clip);
        painted.translate(-corner.x, -corner.y);
        painted.grow(px(SHADOW), px(SHADOW));
        for (int page : layout.pagesIn(painted)) {
            paintSheet(g, page, bounds(page));
        }
        g.dispose();
    }

    private void paintSheet(Graphics2D g, int page, Rectangle bounds) {
        paintShadow(g, bounds);
        Rectangle seen = getVisibleRect().intersection(bounds);
        Optional<Sheet> sheet = sheets.at(page);
        Optional<BufferedImage> image = sheet.flatMap(one -> one.image(layout.quarters()));
        Optional<String> sentence = sheet.flatMap(Sheet::sentence);
        if (sentence.isPresent() || image.isEmpty()) {
            boolean night = sheets.finish().night() && sentence.isEmpty();
            g.setColor(night ? new Color(Finish.NIGHT_PAPER) : Color.WHITE);
            g.fillRect(bounds.x, bounds.y, bounds.width, bounds.height);
            sentence.ifPresentOrElse(
                    text -> SheetWords.sentence(g, text, seen),
                    () -> sheet.ifPresent(one -> paintAwaited(g, one.awaited(), seen)));
            return;
        }
        paintPicture(g, image.get(), bounds);
        texts.at(page).ifPresent(words -> marks.paint(g, page, words, toDesk(page)));
        if (sheet.filter(Sheet::isPartial).isPresent()) {
            SheetWords.remark(g, partial.get(), seen);
        }
    }

    /** Lines around the sheet: to fill what lies under it would take longer than the page itself. */
    private static void paintShadow(Graphics2D g, Rectangle bounds) {
        int down = px(1);
        for (int i = 1; i <= SHADOW; i++) {
            g.setColor(Palette.SHADOW.color(12 * (SHADOW + 1 - i)));
            // Without their ends, so that the corner is round.
            g.fillRect(bounds.x - i + 1, bounds.y - i + down, bounds.width + 2 * i - 2, 1);
            g.fillRect(bounds.x - i + 1, bounds.y + bounds.height + i - 1 + down, bounds.width + 2 * i - 2, 1);
            g.fillRect(bounds.x - i, bounds.y - i + 1 + down, 1, bounds.height + 2 * i - 2);
            g.fillRect(bounds.x + bounds.width + i - 1, bounds.y - i + 1 + down, 1, bounds.height + 2 * i - 2);
        }
    }

    /** A strip of a sheet is not enough for its number. */
    private static void paintAwaited(Graphics2D graphics, AwaitedSheet awaited, Rectangle seen) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.clip(seen);
        awaited.paint(g, seen);
        g.dispose();
    }

    private static void paintPicture(Graphics2D g, BufferedImage image, Rectangle bounds) {
        AffineTransform to = g.getTransform();
        double wantedWidth = bounds.width * to.getScaleX();
        double wantedHeight = bounds.height * to.getScaleY();
        if (Math.abs(wantedWidth - image.getWidth()) <= 2 && Math.abs(wantedHeight - image.getHeight()) <= 2) {
            // Pixel for pixel, or the text would be blurred.
            double left = Math.round(to.getTranslateX() + bounds.x * to.getScaleX());
            double top = Math.round(to.getTranslateY() + bounds.y * to.getScaleY());
            g.setTransform(AffineTransform.getTranslateInstance(left, top));
            g.drawImage(image, 0, 0, null);
            g.setTransform(to);
        } else {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(image, bounds.x, bounds.y, bounds.width, bounds.height, null);
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(layout.width(), layout.height());
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return new Dimension(px(600), px(800));
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return px(48);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(px(48), visible.height - px(48));
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent().getWidth() >= layout.width();
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent().getHeight() >= layout.height();
    }
}
