package netreader.ui.painted.layout;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import netreader.format.PageSize;

/**
 * Which page is where on the desk. Lengths are pixels of the user. Does not change; making one for twenty thousand pages
 * takes less than a millisecond. Any thread.
 */
public final class PageLayout {
    private final PageSizes sizes;
    private final Arrangement arrangement;
    private final int quarters;
    private final Spacing spacing;
    private final int firstRow;
    private final int[] widths;
    private final int[] heights;
    /** From the first row that is there; one more than there are rows. */
    private final int[] tops;

    private final int width;
    private final int height;

    /**
     * @param margin around all pages
     * @param gap between two pages
     */
    public record Spacing(int margin, int gap) {}

    /**
     * @param quarters by which pages are turned to the right, 0 to 3
     * @param scale pixels for each point of a page
     * @param view the part of the desk that is seen at a time, which the desk fills at least
     * @param page of the row that is there, if it is not all
     */
    public PageLayout(
            PageSizes sizes,
            Arrangement arrangement,
            int quarters,
            ToDoubleFunction<PageSize> scale,
            Spacing spacing,
            Dimension view,
            int page) {
        this.sizes = sizes;
        this.arrangement = arrangement;
        this.quarters = quarters;
        this.spacing = spacing;
        int rows = arrangement.continuous() ? arrangement.rows(sizes.count()) : 1;
        firstRow = arrangement.continuous() ? 0 : arrangement.rowOf(page);
        int firstPage = arrangement.firstOf(firstRow);
        int lastPage = arrangement.lastOf(firstRow + rows - 1, sizes.count());
        widths = new int[lastPage - firstPage + 1];
        heights = new int[lastPage - firstPage + 1];
        measure(firstPage, scale);
        tops = new int[rows + 1];
        int widest = 0;
        int top = spacing.margin();
        for (int row = 0; row < rows; row++) {
            tops[row] = top;
            int wide = 0;
            int high = 0;
            for (int each = firstOf(row); each <= lastOf(row); each++) {
                wide = Math.max(wide, widths[each - firstPage]);
                high = Math.max(high, heights[each - firstPage]);
            }
            widest = Math.max(widest, wide);
            top += high + spacing.gap();
        }
        tops[rows] = top;
        int needed = arrangement.facing() ? 2 * widest + spacing.gap() : widest;
        width = Math.max(view.width, needed + 2 * spacing.margin());
        int content = top - spacing.gap() + spacing.margin();
        height = Math.max(view.height, content);
        int down = (height - content) / 2;
        for (int row = 0; row <= rows; row++) {
            tops[row] += down;
        }
    }

    private void measure(int firstPage, ToDoubleFunction<PageSize> scale) {
        PageSize last = null;
        int wide = 0;
        int high = 0;
        for (int i = 0; i < widths.length; i++) {
            PageSize size = sizes.of(firstPage + i);
            if (!size.equals(last)) {
                double pixels = scale.applyAsDouble(size);
                boolean sideways = quarters % 2 == 1;
                wide = (int) Math.max(1, Math.round((sideways ? size.height() : size.width()) * pixels));
                high = (int) Math.max(1, Math.round((sideways ? size.width() : size.height()) * pixels));
                last = size;
            }
            widths[i] = wide;
            heights[i] = high;
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public Arrangement arrangement() {
        return arrangement;
    }

    public int quarters() {
        return quarters;
    }

    private int firstOf(int row) {
        return arrangement.firstOf(firstRow + row);
    }

    private int lastOf(int row) {
        return arrangement.lastOf(firstRow + row, sizes.count());
    }

    private int rowsHere() {
        return tops.length - 1;
    }

    /** Whether the page lies on the desk. */
    public boolean has(int page) {
        int row = arrangement.rowOf(page) - firstRow;
        return row >= 0 && row < rowsHere();
    }

    /** The pages of the row that holds a page, whether it is there or not. */
    public List<Integer> rowWith(int page) {
        int row = arrangement.rowOf(page);
        List<Integer> pages = new ArrayList<>();
        for (int each = arrangement.firstOf(row); each <= arrangement.lastOf(row, sizes.count()); each++) {
            pages.add(each);
        }
        return pages;
    }

    /**
     * The page that begins the row before or behind a page's.
     *
     * @param direction 1 or -1
     */
    public Optional<Integer> beside(int page, int direction) {
        int row = arrangement.rowOf(page) + direction;
        return row < 0 || row >= arrangement.rows(sizes.count())
                ? Optional.empty()
                : Optional.of(arrangement.firstOf(row));
    }

    /** Where a page is that {@link #has is there}. */
    public Rectangle bounds(int page) {
        int row = arrangement.rowOf(page) - firstRow;
        int wide = widths[page - firstOf(0)];
        int high = heights[page - firstOf(0)];
        int x = (width - wide) / 2;
        if (arrangement.facing()) {
            int spine = width / 2;
            x = arrangement.isOnTheRight(page) ? spine + spacing.gap() / 2 : spine - spacing.gap() / 2 - wide;
        }
        int rowHeight = tops[row + 1] - spacing.gap() - tops[row];
        return new Rectangle(x, tops[row] + (rowHeight - high) / 2, wide, high);
    }

    /** The pages of which something lies in an area, in their order. */
    public List<Integer> pagesIn(Rectangle area) {
        List<Integer> pages = new ArrayList<>();
        for (int row = rowAt(area.y); row < rowsHere() && tops[row] < area.y + area.height; row++) {
            for (int page = firstOf(row); page <= lastOf(row); page++) {
                if (bounds(page).intersects(area)) {
                    pages.add(page);
                }
            }
        }
        return pages;
    }

    /** The row at a height, or the nearest one. */
    private int rowAt(int y) {
        int found = Arrays.binarySearch(tops, 0, rowsHere(), y);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    /** The page at a point, or the nearest one in its row or the rows beside it. */
    public int pageNear(int x, int y) {
        int row = rowAt(y);
        int nearest = firstOf(row);
        double least = Double.MAX_VALUE;
        for (int page = firstOf(row); page <= lastOf(Math.min(row + 1, rowsHere() - 1)); page++) {
            Rectangle bounds = bounds(page);
            double dx = Math.max(0, Math.max(bounds.x - x, x - bounds.getMaxX()));
            double dy = Math.max(0, Math.max(bounds.y - y, y - bounds.getMaxY()));
            if (dx + dy < least) {
                least = dx + dy;
                nearest = page;
            }
        }
        return nearest;
    }

    /** The point of the nearest page that lies at a point of the desk. */
    public PageSpot spotNear(int x, int y) {
        int page = pageNear(x, y);
        try {
            Point2D on = toView(page).inverseTransform(new Point2D.Double(x, y), null);
            return new PageSpot(page, on.getX(), on.getY());
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("A page has an area", e);
        }
    }

    /** The point of a page at a point of the desk; empty beside the pages. */
    public Optional<PageSpot> spotAt(int x, int y) {
        PageSpot near = spotNear(x, y);
        return bounds(near.page()).contains(x, y) ? Optional.of(near) : Optional.empty();
    }

    /** From points of a page, as it is when it is not turned, to the desk. */
    public AffineTransform toView(int page) {
        Rectangle bounds = bounds(page);
        PageSize size = sizes.of(page);
        boolean sideways = quarters % 2 == 1;
        AffineTransform to = AffineTransform.getTranslateInstance(bounds.x, bounds.y);
        to.scale(
                bounds.width / (sideways ? size.height() : size.width()),
                bounds.height / (sideways ? size.width() : size.height()));
        switch (quarters) {
            case 1 -> to.translate(size.height(), 0);
            case 2 -> to.translate(size.width(), size.height());
            case 3 -> to.translate(0, size.width());
            default -> {}
        }
        to.quadrantRotate(quarters);
        return to;
    }

    /** What lies at a point of the desk, to be found again in another layout. */
    public Hold hold(int x, int y) {
        int page = pageNear(x, y);
        Rectangle bounds = bounds(page);
        return new Hold(page, (x - bounds.x) / (double) bounds.width, (y - bounds.y) / (double) bounds.height);
    }

    /** Where a point is that was held; the page {@link #has must be there}. */
    public Point find(Hold held) {
        Rectangle bounds = bounds(held.page());
        return new Point((int) Math.round(bounds.x + held.across() * bounds.width), (int)
                Math.round(bounds.y + held.down() * bounds.height));
    }
}
