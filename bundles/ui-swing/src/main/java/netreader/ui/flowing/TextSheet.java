package netreader.ui.flowing;

import static netreader.ui.look.Painting.px;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleText;
import javax.swing.JPanel;
import javax.swing.JViewport;
import javax.swing.Scrollable;
import javax.swing.SwingUtilities;
import netreader.ui.look.Fonts;
import netreader.ui.look.Painting;
import netreader.ui.work.Background;

/**
 * A page of text set in the middle of the screen. The text at the upper edge of the screen stays there when the width or the
 * style changes. Event thread.
 */
final class TextSheet extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1;
    private static final int TOP = 12;
    private static final int BOTTOM = 48;
    private static final int SIDE = 40;
    /** A place behind every text, for its end. */
    static final int END = Integer.MAX_VALUE;

    private final transient SetPages pages;
    private transient TextStyle style;
    private transient PageText page = PageText.EMPTY;
    private transient TextBlock block = TextBlock.EMPTY;
    private transient Optional<Typesetter> typesetter = Optional.empty();
    private transient Set<String> headings = Set.of();
    private String marked = "";
    private int markedHere;
    private boolean markWanted;
    private transient TextMarks marks = TextMarks.NONE;
    private transient TextSelection selection = TextSelection.NONE;
    /** The offset of the first line on the screen. */
    private int place;

    /** Whether the screen does not stand at the place yet. */
    private boolean moving;

    TextSheet(TextStyle style, Background background) {
        this.style = style;
        pages = new SetPages(background, this::setBeside);
        setFocusable(true);
        setOpaque(true);
    }

    /** @param at the offset that is to stand at the upper edge of the screen; {@link #END} for the end of the page */
    void show(PageText text, int at) {
        boolean another = !text.equals(page);
        page = text;
        place = at;
        moving = true;
        if (another) {
            select(TextSelection.NONE);
        }
        relayout();
        if (another) {
            getAccessibleContext().firePropertyChange(AccessibleContext.ACCESSIBLE_TEXT_PROPERTY, null, 0);
        }
    }

    /** These pages will be shown soon. */
    void expect(List<PageText> neighbours) {
        pages.want(neighbours);
    }

    void style(TextStyle changed) {
        style = changed;
        moving = true;
        relayout();
    }

    /** Lines that are set as headings. */
    void headings(Set<String> titles) {
        headings = titles;
        moving = true;
        relayout();
    }

    /** A page has been set in the background; other fonts may be known. */
    private void setBeside() {
        if (!block.page().equals(page)) {
            moving = true;
            relayout();
        }
    }

    private void relayout() {
        revalidate();
        if (SwingUtilities.getAncestorOfClass(JViewport.class, this) instanceof JViewport viewport) {
            viewport.getParent().validate();
            goToPlace();
        }
        repaint();
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
        markWanted = !words.isEmpty();
        marks = TextMarks.of(block, marked, markedHere);
        scrollToMark();
        repaint();
    }

    private void scrollToMark() {
        if (!markWanted || !block.page().equals(page) || getWidth() == 0) {
            return;
        }
        markWanted = false;
        marks.here().ifPresent(here -> {
            Rectangle shown = new Rectangle(here.x + column(), here.y + px(TOP), here.width, here.height);
            if (!getVisibleRect().contains(shown)) {
                shown.grow(0, px(160)); // some lines around it
            }
            scrollRectToVisible(shown);
        });
    }

    private int measure(int width) {
        int wanted = Math.round(style.measure() * em());
        return Math.max(px(120), Math.min(width - 2 * px(SIDE), wanted));
    }

    private float em() {
        return UIScale.scale((float) style.size());
    }

    /** Where the text begins, from the sheet's left edge. */
    int column() {
        return (getWidth() - columnWidth()) / 2;
    }

    int columnWidth() {
        return typesetter.map(Typesetter::width).orElse(measure(getWidth()));
    }

    private void set(int width) {
        Typesetter wanted = new Typesetter(style, em(), measure(width), headings, Fonts.known());
        if (block.page().equals(page) && typesetter.filter(wanted::equals).isPresent()) {
            return;
        }
        pages.use(wanted);
        pages.get(page).ifPresent(ready -> {
            moving = true;
            block = ready;
            typesetter = Optional.of(wanted);
            marks = TextMarks.of(block, marked, markedHere);
        });
    }

    /** After the sheet has its size. */
    private void goToPlace() {
        if (!moving || !block.page().equals(page) || !(getParent() instanceof JViewport viewport)) {
            return;
        }
        Rectangle shown = viewport.getViewRect();
        int y = getHeight();
        if (place != END) {
            y = screens().edgeOf(block.lines().isEmpty() ? 0 : block.lineOf(place));
        }
        // What the viewport says meanwhile is no scrolling of the reader's.
        viewport.setViewPosition(new Point(shown.x, Math.max(0, Math.min(y, getHeight() - shown.height))));
        moving = false;
        if (place == END) {
            noticePlace();
        }
        scrollToMark();
    }

    /** The screen was scrolled: what stands at its upper edge now is the place. */
    void noticePlace() {
        if (!moving && block.page().equals(page) && !block.lines().isEmpty()) {
            int top = getVisibleRect().y;
            int line = top <= px(TOP) ? 0 : screens().firstLine(top);
            // Within the line it stays where it is, or it would creep back with each change of the width.
            if (place == END || block.lineOf(place) != line) {
                place = block.lines().get(line).start();
            }
        }
    }

    private Screens screens() {
        return new Screens(block, px(TOP));
    }

    /** The offset of the first line on the screen. */
    int place() {
        return place == END ? page.text().length() : place;
    }

    PageText page() {
        return page;
    }

    TextBlock block() {
        return block;
    }

    TextSelection selection() {
        return selection;
    }

    void select(TextSelection now) {
        if (!selection.equals(now)) {
            selection = now;
            repaint();
            getAccessibleContext().firePropertyChange(AccessibleContext.ACCESSIBLE_SELECTION_PROPERTY, null, true);
        }
    }

    /** The place between two characters that is nearest to a point of the sheet. */
    int offsetAt(Point point) {
        return block.offsetAt(point.x - column(), point.y - px(TOP));
    }

    /** What is selected around a point of the sheet. */
    TextSelection.Range rangeAt(Point point, TextSelection.Unit unit) {
        return unit.at(page, Math.min(page.text().length(), offsetAt(point)), Locale.getDefault());
    }

    /** Where the text stands that lies between two offsets. */
    Rectangle boundsOf(int from, int to) {
        Rectangle bounds = new Rectangle(0, 0, -1, -1); // nothing yet
        block.ground(from, to).forEach(shape -> bounds.add(shape.getBounds()));
        bounds.translate(column(), px(TOP));
        return bounds;
    }

    @Override
    public Dimension getPreferredSize() {
        int width = getParent() == null ? px(600) : getParent().getWidth();
        set(width);
        int height = (int) Math.ceil(block.height()) + px(TOP) + px(BOTTOM);
        int screen = getParent() == null ? height : getParent().getHeight();
        return new Dimension(width, height + screens().restOfLine(height, screen));
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean other = width != getWidth() || height != getHeight();
        super.setBounds(x, y, width, height);
        if (other) {
            goToPlace();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (typesetter.filter(now -> now.fonts() != Fonts.known()).isPresent()) {
            EventQueue.invokeLater(this::relayout); // the right font is known only now
        }
        Graphics2D g = Painting.sharp(graphics);
        g.setColor(style.paper().background());
        g.fillRect(0, 0, getWidth(), getHeight());
        int x = column();
        // Smooth edges would also leave a seam between two lines that are selected.
        if (!selection.isEmpty()) {
            g.setColor(style.paper().selection());
            g.translate(x, px(TOP));
            block.ground(selection.from(), selection.to()).forEach(g::fill);
            g.translate(-x, -px(TOP));
        }
        marks.paint(g, x, px(TOP), style.paper());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(style.paper().ink());
        block.paint(g, x, px(TOP), g.getClipBounds());
        g.dispose();
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return Math.round(em() * style.lines() / 100f);
    }

    /** A screen of whole lines: the line that the edge cuts is the first one, or the last one, of the next screen. */
    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        int line = getScrollableUnitIncrement(visible, orientation, direction);
        if (block.lines().isEmpty()) {
            return visible.height;
        }
        return Math.max(
                line, direction > 0 ? screens().down(visible) : screens().up(visible));
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent().getHeight() > getPreferredSize().height;
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new Described();
        }
        return accessibleContext;
    }

    void close() {
        pages.close();
    }

    /** The page for those who have it read out. */
    private final class Described extends AccessibleJPanel {
        private static final long serialVersionUID = 1;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.TEXT;
        }

        @Override
        public AccessibleText getAccessibleText() {
            return new SpokenText(TextSheet.this);
        }
    }
}
