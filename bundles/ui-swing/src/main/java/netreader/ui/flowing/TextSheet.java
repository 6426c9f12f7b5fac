package netreader.ui.flowing;

import static netreader.ui.look.Painting.px;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Set;
import javax.swing.JPanel;
import javax.swing.Scrollable;
import netreader.ui.look.Fonts;
import netreader.ui.look.Painting;
import netreader.ui.look.Palette;

/** A page of text set in the middle of the screen. Event thread. */
final class TextSheet extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1;
    private static final int MEASURE_EM = 35;
    private static final int MARGIN = 40;

    private String text = "";
    private boolean beginsInLine;
    private float fontSize;
    private transient Set<String> headings = Set.of();
    private transient TextBlock block = TextBlock.EMPTY;
    private String marked = "";
    private int markedHere;
    private transient TextMarks marks = TextMarks.NONE;
    private int setWidth = -1;
    private int fonts = -1;

    /** @param fontSize in pixels of the user */
    TextSheet(float fontSize) {
        this.fontSize = fontSize;
        setFocusable(true);
        setOpaque(true);
    }

    /** @param inLine whether it begins in the middle of a line */
    void show(String newText, boolean inLine) {
        text = newText;
        beginsInLine = inLine;
        reset();
    }

    void fontSize(float size) {
        fontSize = size;
        reset();
    }

    /** Lines that are set as headings. */
    void headings(Set<String> titles) {
        headings = titles;
        reset();
    }

    /**
     * Marks words, and scrolls to one of the places where they stand.
     *
     * @param words empty for no marks
     * @param nth of the places on this page, from 0
     */
    void mark(String words, int nth) {
        marked = words;
        markedHere = nth;
        reset();
        if (words.isEmpty() || getWidth() == 0) {
            return;
        }
        set(getWidth());
        marks.here().ifPresent(here -> {
            int x = (getWidth() - setWidth) / 2;
            Rectangle shown = new Rectangle(here.x + x, here.y + px(MARGIN), here.width, here.height);
            if (!getVisibleRect().contains(shown)) {
                shown.grow(0, px(160)); // some lines around it
            }
            scrollRectToVisible(shown);
        });
    }

    private void reset() {
        setWidth = -1;
        revalidate();
        repaint();
    }

    private int measure(int width) {
        return Math.max(px(120), Math.min(width - 2 * px(MARGIN), Math.round(MEASURE_EM * fontSize)));
    }

    private void set(int width) {
        int measure = measure(width);
        int fontsNow = Fonts.known();
        if (measure != setWidth || fontsNow != fonts) {
            fonts = fontsNow;
            block = TextBlock.set(text, beginsInLine, fontSize, measure, headings);
            marks = marked.isEmpty() ? TextMarks.NONE : TextMarks.of(block, marked, markedHere);
            setWidth = measure;
        }
    }

    @Override
    public Dimension getPreferredSize() {
        int width = getParent() == null ? px(600) : getParent().getWidth();
        set(width);
        return new Dimension(width, (int) Math.ceil(block.height()) + 2 * px(MARGIN));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Painting.smooth(graphics);
        g.setColor(Palette.PAPER.color());
        g.fillRect(0, 0, getWidth(), getHeight());
        set(getWidth());
        float x = (getWidth() - setWidth) / 2f;
        marks.paint(g, x, px(MARGIN));
        g.setColor(Palette.INK.color());
        block.paint(g, x, px(MARGIN), g.getClipBounds());
        g.dispose();
    }

    @Override
    public void setFont(Font font) {
        super.setFont(font);
        setWidth = -1;
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
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent().getHeight() > getPreferredSize().height;
    }
}
