package netreader.ui.painted.layout;

import netreader.format.ReadingDirection;

/**
 * How pages lie on the desk: in rows, of which all are there, or one.
 *
 * @param continuous whether the rows lie one below the other; otherwise one is seen at a time
 * @param facing whether two pages make a row, apart from the first, which is a cover
 * @param direction on which side of a row its second page lies
 */
public record Arrangement(boolean continuous, boolean facing, ReadingDirection direction) {
    int rows(int pages) {
        return facing ? pages / 2 + 1 - (pages == 0 ? 1 : 0) : pages;
    }

    int rowOf(int page) {
        return facing ? (page + 1) / 2 : page;
    }

    /** The first page of a row. */
    int firstOf(int row) {
        return facing ? Math.max(0, 2 * row - 1) : row;
    }

    /** The last page of a row, of so many pages. */
    int lastOf(int row, int pages) {
        return facing ? Math.min(pages - 1, 2 * row) : row;
    }

    /** Whether the page is the one on the right of two that face each other. */
    boolean isOnTheRight(int page) {
        return (page % 2 == 0) == (direction == ReadingDirection.LEFT_TO_RIGHT);
    }
}
