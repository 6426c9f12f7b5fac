package netreader.ui.painted.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;
import netreader.format.PageSize;
import netreader.format.ReadingDirection;
import org.junit.jupiter.api.Test;

class PageLayoutTest {
    private static final PageSize PORTRAIT = new PageSize(100, 200);
    private static final PageSize LANDSCAPE = new PageSize(200, 100);
    private static final Arrangement CONTINUOUS = new Arrangement(true, false, ReadingDirection.LEFT_TO_RIGHT);
    private static final Arrangement SINGLE = new Arrangement(false, false, ReadingDirection.LEFT_TO_RIGHT);
    private static final Arrangement FACING = new Arrangement(true, true, ReadingDirection.LEFT_TO_RIGHT);
    private static final Dimension VIEW = new Dimension(320, 300);

    private final PageSizes sizes = new PageSizes(5);

    {
        sizes.put(0, PORTRAIT);
    }

    private PageLayout layout(Arrangement arrangement, int quarters, int page) {
        return new PageLayout(sizes, arrangement, quarters, size -> 2, new PageLayout.Spacing(10, 6), VIEW, page);
    }

    @Test
    void pagesLieOneBelowTheOtherInTheMiddle() {
        PageLayout pages = layout(CONTINUOUS, 0, 0);
        assertEquals(new Rectangle(60, 10, 200, 400), pages.bounds(0));
        assertEquals(new Rectangle(60, 416, 200, 400), pages.bounds(1));
        assertEquals(10 + 5 * 400 + 4 * 6 + 10, pages.height());
        assertEquals(List.of(0, 1), pages.pagesIn(new Rectangle(0, 300, 320, 300)));
        assertEquals(List.of(1), pages.pagesIn(new Rectangle(0, 411, 320, 10)));
        assertEquals(List.of(), pages.pagesIn(new Rectangle(0, 411, 320, 4)), "between two pages");
    }

    @Test
    void aSinglePageIsAloneInTheMiddleOfTheView() {
        sizes.put(3, new PageSize(50, 100));
        PageLayout pages = layout(SINGLE, 0, 3);
        assertEquals(new Rectangle(110, 50, 100, 200), pages.bounds(3));
        assertTrue(pages.has(3));
        assertFalse(pages.has(2));
        assertEquals(VIEW, new Dimension(pages.width(), pages.height()));
        assertEquals(Optional.of(4), pages.beside(3, 1));
        assertEquals(Optional.empty(), pages.beside(4, 1));
    }

    @Test
    void ofTwoPagesTheFirstIsACoverAndTheOthersFaceEachOther() {
        PageLayout pages = layout(FACING, 0, 0);
        int spine = pages.width() / 2;
        assertEquals(spine + 3, pages.bounds(0).x);
        assertEquals(spine - 3, pages.bounds(1).getMaxX());
        assertEquals(spine + 3, pages.bounds(2).x);
        assertEquals(pages.bounds(1).y, pages.bounds(2).y);
        assertEquals(List.of(1, 2), pages.rowWith(2));
        assertEquals(Optional.of(3), pages.beside(1, 1));
        assertEquals(Optional.of(0), pages.beside(2, -1));
        assertEquals(List.of(3, 4), pages.rowWith(4));
    }

    @Test
    void inABookThatIsReadFromTheRightTheSecondOfTwoPagesLiesOnTheLeft() {
        PageLayout pages = layout(new Arrangement(false, true, ReadingDirection.RIGHT_TO_LEFT), 0, 1);
        int spine = pages.width() / 2;
        assertEquals(spine + 3, pages.bounds(1).x);
        assertEquals(spine - 3, pages.bounds(2).getMaxX());
        assertEquals(List.of(1, 2), pages.rowWith(2));
        assertEquals(Optional.of(3), pages.beside(2, 1));
    }

    @Test
    void aPageThatIsTurnedLiesOnItsSide() {
        PageLayout pages = layout(CONTINUOUS, 1, 0);
        assertEquals(new Dimension(400, 200), pages.bounds(0).getSize());
    }

    @Test
    void pointsOfAPageAreFoundOnTheDeskAndBackAtEachRotation() {
        sizes.put(2, LANDSCAPE);
        for (int quarters = 0; quarters < 4; quarters++) {
            PageLayout pages = layout(CONTINUOUS, quarters, 0);
            Point2D at = pages.toView(2).transform(new Point2D.Double(30, 20), null);
            PageSpot back = pages.spotAt((int) at.getX(), (int) at.getY()).orElseThrow();
            assertEquals(2, back.page());
            assertEquals(30, back.x(), 1);
            assertEquals(20, back.y(), 1);
        }
    }

    @Test
    void theUpperLeftCornerIsOnTheRightAfterAQuarter() {
        PageLayout pages = layout(CONTINUOUS, 1, 0);
        Rectangle bounds = pages.bounds(0);
        Point2D corner = pages.toView(0).transform(new Point2D.Double(0, 0), null);
        assertEquals(bounds.getMaxX(), corner.getX(), 1e-6);
        assertEquals(bounds.getMinY(), corner.getY(), 1e-6);
    }

    @Test
    void besideThePagesIsTheNearestOneAndNone() {
        PageLayout pages = layout(CONTINUOUS, 0, 0);
        assertEquals(Optional.empty(), pages.spotAt(5, 500));
        assertEquals(1, pages.spotNear(5, 500).page());
        assertEquals(4, pages.pageNear(100, 1_000_000));
        assertEquals(0, pages.pageNear(100, -5));
    }

    @Test
    void whatWasHeldIsFoundAgainWhenPagesBeforeItHaveAnotherSize() {
        PageLayout before = layout(CONTINUOUS, 0, 0);
        Point middle = new Point(160, 1000);
        Hold held = before.hold(middle.x, middle.y);
        assertEquals(2, held.page());
        PageSpot spot = before.spotNear(middle.x, middle.y);
        assertTrue(sizes.put(1, LANDSCAPE));
        PageLayout after = layout(CONTINUOUS, 0, 0);
        Point found = after.find(held);
        assertEquals(800, found.y);
        assertEquals(spot, after.spotNear(found.x, found.y));
    }

    @Test
    void sizesThatAreNotKnownAreLikeTheFirstThatWas() {
        PageSizes some = new PageSizes(3);
        assertTrue(some.put(1, LANDSCAPE));
        assertEquals(LANDSCAPE, some.of(2));
        assertFalse(some.isKnown(2));
        assertFalse(some.put(2, new PageSize(200, 100)), "it is what it was taken to be");
        assertTrue(some.isKnown(2));
        assertTrue(some.put(0, PORTRAIT));
        assertEquals(PORTRAIT, some.of(0));
    }

    @Test
    void aBookOfManyPagesIsLaidOutAndAskedLikeAnyOther() {
        PageSizes many = new PageSizes(19_438);
        many.put(0, PORTRAIT);
        PageLayout pages = new PageLayout(many, CONTINUOUS, 0, size -> 10, new PageLayout.Spacing(10, 6), VIEW, 0);
        int y = pages.bounds(12_345).y;
        assertEquals(10 + 12_345 * 2006, y);
        assertEquals(List.of(12_345), pages.pagesIn(new Rectangle(0, y, 320, 300)));
    }
}
