package netreader.ui.flowing;

import java.awt.Rectangle;

/**
 * How a page is scrolled by screens of whole lines. Heights are those of the sheet.
 *
 * @param top where the block begins on the sheet
 */
record Screens(TextBlock block, int top) {
    private int topOf(int line) {
        return Math.round(block.lines().get(line).top()) + top;
    }

    /** The first line that the upper edge of the screen does not cut. */
    int firstLine(int edge) {
        int line = block.lineAt(edge - top);
        boolean cut = block.lines().get(line).top() + top < edge - 1;
        return cut ? Math.min(block.lines().size() - 1, line + 1) : line;
    }

    /** Where the screen stands that shows the line first; the page's beginning for the first one. */
    int edgeOf(int line) {
        return line == 0 || block.lines().isEmpty() ? 0 : topOf(line);
    }

    /**
     * What a sheet needs below so that its last screen begins with a whole line.
     *
     * @param height of the sheet without that
     * @param screen height of the screen
     */
    int restOfLine(int height, int screen) {
        int last = height - screen;
        return last <= top || block.lines().isEmpty() ? 0 : Math.max(0, topOf(firstLine(last)) - last);
    }

    /** To the screen that begins with the line that this one's lower edge cuts. */
    int down(Rectangle screen) {
        return topOf(block.lineAt(screen.y + screen.height - top)) - screen.y;
    }

    /** To the screen that ends before the first line of this one. */
    int up(Rectangle screen) {
        int bottom = topOf(firstLine(screen.y));
        int edge = bottom - screen.height;
        int next = Math.min(block.lines().size() - 1, block.lineAt(edge - top) + 1);
        return screen.y - (edge <= 0 ? 0 : topOf(next));
    }
}
