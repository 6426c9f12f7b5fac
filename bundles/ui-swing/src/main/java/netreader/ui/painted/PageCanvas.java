package netreader.ui.painted;

import static netreader.ui.look.Painting.px;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import javax.swing.Timer;
import netreader.client.PagePicture;
import netreader.format.PageSize;
import netreader.ui.look.Painting;
import netreader.ui.look.Palette;

/**
 * A sheet of paper on a desk: the page's picture, an older one stretched, only the page's number, or why there is no
 * page. Event thread.
 */
final class PageCanvas extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1;

    /** Around the page, in the user's scale. */
    static final int MARGIN = 14;

    private transient Optional<PagePicture> shown = Optional.empty();
    private transient Optional<AwaitedSheet> awaited = Optional.empty();
    private transient Optional<String> sentence = Optional.empty();
    private transient Optional<String> remark = Optional.empty();
    private int sheetWidth = px(400);
    private int sheetHeight = px(560);
    private final Timer motion = new Timer(AwaitedSheet.FRAME_MILLIS, e -> repaint(AwaitedSheet.moving(seenSheet())));

    PageCanvas() {
        setFocusable(true);
        setOpaque(true);
        setAutoscrolls(false);
    }

    /**
     * Shows a page.
     *
     * @param userPixelsPerPoint how large the sheet is
     * @param newRemark what there is to say of the picture
     */
    void show(PagePicture page, double userPixelsPerPoint, Optional<String> newRemark) {
        shown = Optional.of(page);
        stopWaiting();
        sentence = Optional.empty();
        remark = newRemark;
        getAccessibleContext().setAccessibleDescription(newRemark.orElse(null));
        resizeSheet(page.size(), userPixelsPerPoint);
    }

    /** Stretches what is shown until the sharp picture comes. */
    void resizeSheet(PageSize size, double userPixelsPerPoint) {
        sheetWidth = Math.max(1, (int) Math.round(size.width() * userPixelsPerPoint));
        sheetHeight = Math.max(1, (int) Math.round(size.height() * userPixelsPerPoint));
        revalidate();
        repaint();
    }

    /**
     * An empty sheet with the number of a page that takes its time.
     *
     * @param page from 0
     */
    void showPlaceholder(int page) {
        awaited = Optional.of(new AwaitedSheet(page + 1));
        motion.start();
        sentence = Optional.empty();
        repaint();
    }

    /** What is being done for the page that takes its time; asked again and again. */
    void sayMeanwhile(Supplier<String> words) {
        awaited.ifPresent(sheet -> sheet.say(words));
    }

    /** Nothing is on its way any more. */
    void stopWaiting() {
        awaited = Optional.empty();
        motion.stop();
    }

    /** An empty sheet that says why there is no page. */
    void showSentence(String newSentence) {
        sentence = Optional.of(newSentence);
        stopWaiting();
        getAccessibleContext().setAccessibleDescription(newSentence);
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(sheetWidth + 2 * px(MARGIN), sheetHeight + 2 * px(MARGIN));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Painting.smooth(graphics);
        g.setColor(Palette.DESK.color());
        g.fillRect(0, 0, getWidth(), getHeight());
        Rectangle sheet = sheet();
        int x = sheet.x;
        int y = sheet.y;
        if (shown.isPresent() || awaited.isPresent() || sentence.isPresent()) {
            for (int i = 4; i >= 1; i--) {
                g.setColor(Palette.SHADOW.color(12));
                g.fillRoundRect(x - i, y - i + px(1), sheetWidth + 2 * i, sheetHeight + 2 * i, 2 * i, 2 * i);
            }
        }
        Rectangle seen = seenSheet();
        if (sentence.isPresent() || awaited.isPresent()) {
            g.setColor(java.awt.Color.WHITE);
            g.fill(sheet);
            sentence.ifPresent(text -> SheetWords.sentence(g, text, seen));
            awaited.ifPresent(page -> page.paint(g, seen));
        } else {
            shown.ifPresent(page -> paintPage(g, page, x, y));
            remark.ifPresent(text -> SheetWords.remark(g, text, seen));
        }
        g.dispose();
    }

    private Rectangle sheet() {
        int x = Math.max(px(MARGIN), (getWidth() - sheetWidth) / 2);
        int y = Math.max(px(MARGIN), (getHeight() - sheetHeight) / 2);
        return new Rectangle(x, y, sheetWidth, sheetHeight);
    }

    private Rectangle seenSheet() {
        return getVisibleRect().intersection(sheet());
    }

    private void paintPage(Graphics2D g, PagePicture page, int x, int y) {
        AffineTransform to = g.getTransform();
        double wantedWidth = sheetWidth * to.getScaleX();
        if (Math.abs(wantedWidth - page.image().getWidth()) <= 2) {
            // Pixel for pixel, or the text would be blurred.
            double left = Math.round(to.getTranslateX() + x * to.getScaleX());
            double top = Math.round(to.getTranslateY() + y * to.getScaleY());
            g.setTransform(AffineTransform.getTranslateInstance(left, top));
            g.drawImage(page.image(), 0, 0, null);
            g.setTransform(to);
        } else {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(page.image(), x, y, sheetWidth, sheetHeight, null);
        }
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
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
        return getParent().getWidth() > getPreferredSize().width;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent().getHeight() > getPreferredSize().height;
    }
}
