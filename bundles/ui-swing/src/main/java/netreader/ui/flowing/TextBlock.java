package netreader.ui.flowing;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** Text broken into lines of one width, ready to be painted. Coordinates are from its top left corner. Any thread. */
record TextBlock(PageText page, List<Line> lines, float height) {
    static final TextBlock EMPTY = new TextBlock(PageText.EMPTY, List.of(), 0);

    /**
     * @param start offset in the page's text
     * @param end offset behind its last character, without the line end of a paragraph
     * @param x where the first character stands
     */
    record Line(int start, int end, float x, float top, float height, float baseline, LineRun run) {
        private int offsetAt(float wanted) {
            return start + run.offsetAt(wanted - x);
        }

        /** The ground that the characters of the line stand on that lie between two offsets. */
        private Shape ground(int from, int to) {
            Shape ground = run.ground(from - start, to - start, top, height);
            return AffineTransform.getTranslateInstance(x, 0).createTransformedShape(ground);
        }
    }

    TextBlock {
        lines = List.copyOf(lines);
    }

    void paint(Graphics2D g, float x, float y, Rectangle clip) {
        for (int i = lineAt(clip.y - y); i < lines.size(); i++) {
            Line line = lines.get(i);
            if (y + line.top() - line.height() > clip.y + clip.height) {
                return;
            }
            line.run().draw(g, x + line.x(), y + line.baseline());
        }
    }

    /** The line at a height, or the nearest one; one too early rather than too late, as glyphs reach beyond their line. */
    int lineAt(float y) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            Line line = lines.get(middle);
            if (y < line.top() + line.height()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The line that holds the offset; the last one for an offset behind the text. */
    int lineOf(int offset) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (lines.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The place between two characters that is nearest to a point. */
    int offsetAt(float x, float y) {
        if (lines.isEmpty()) {
            return 0;
        }
        return lines.get(lineAt(y)).offsetAt(x);
    }

    /** The ground that a part of the text stands on, a shape for each line. */
    List<Shape> ground(int from, int to) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = lines.isEmpty() ? 0 : lineOf(from); i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.start() >= to) {
                break;
            }
            int first = Math.max(from, line.start());
            int last = Math.min(to, line.end());
            if (first < last) {
                shapes.add(line.ground(first, last));
            }
        }
        return shapes;
    }
}
