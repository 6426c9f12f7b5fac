package netreader.ui.painted.text;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netreader.format.Link;
import netreader.format.TextRun;

/**
 * The text of a page and where it stands. Offsets are UTF-16 units of {@link #text}; lengths are points from the page's
 * top left corner. Does not change.
 */
public final class PageWords {
    public static final PageWords NONE = new PageWords(List.of(), List.of());

    /** Of a run's height: so far beside it the pointer is still on it. */
    private static final double NEAR = 0.35;
    /** How much farther a line above or below is than a word beside. */
    private static final double ACROSS_LINES = 4;

    private final List<Placed> runs = new ArrayList<>();
    private final List<Link> links;
    private final String text;

    /** @param start of the run in the text */
    private record Placed(int start, TextRun run, Rectangle2D bounds) {
        int length() {
            return run.text().length();
        }

        int end() {
            return start + length();
        }
    }

    public PageWords(List<TextRun> read, List<Link> links) {
        this.links = List.copyOf(links);
        StringBuilder all = new StringBuilder();
        for (TextRun run : read) {
            runs.add(new Placed(all.length(), run, run.bounds()));
            all.append(run.text()).append(run.endsLine() ? "\n" : "");
        }
        text = all.toString();
    }

    /** Lines end with a line feed. */
    public String text() {
        return text;
    }

    /** The link at a point. */
    public Optional<Link> linkAt(double x, double y) {
        return links.stream().filter(link -> link.bounds().contains(x, y)).findFirst();
    }

    /** Whether there is text at a point, or hardly beside it. */
    public boolean hasTextAt(double x, double y) {
        return runs.stream().anyMatch(placed -> {
            double near =
                    NEAR * Math.min(placed.bounds().getHeight(), placed.bounds().getWidth());
            Rectangle2D box = placed.bounds();
            return x >= box.getMinX() - near
                    && x <= box.getMaxX() + near
                    && y >= box.getMinY() - near
                    && y <= box.getMaxY() + near;
        });
    }

    /** The offset between two characters that is nearest to a point, 0 to the text's length. */
    public int caretAt(double x, double y) {
        Placed nearest = null;
        double least = Double.MAX_VALUE;
        for (Placed placed : runs) {
            Rectangle2D box = placed.bounds();
            double dx = Math.max(0, Math.max(box.getMinX() - x, x - box.getMaxX()));
            double dy = Math.max(0, Math.max(box.getMinY() - y, y - box.getMaxY()));
            double distance = Point2D.distance(0, 0, dx, dy * ACROSS_LINES);
            if (distance < least) {
                least = distance;
                nearest = placed;
            }
        }
        return nearest == null
                ? 0
                : nearest.start() + Letters.caretIn(nearest.run().text(), nearest.bounds(), x, y);
    }

    /** The character under a point, as far as there is one near. */
    public int letterAt(double x, double y) {
        int caret = caretAt(x, y);
        for (int offset : new int[] {caret - 1, caret}) {
            if (shapes(offset, offset + 1).stream().anyMatch(box -> box.contains(x, y))) {
                return offset;
            }
        }
        return Math.max(0, Math.min(caret, text.length() - 1));
    }

    /** The word that holds a character; of scripts without spaces what belongs together as far as that is known. */
    public Span wordAt(int offset) {
        Span line = lineAt(offset);
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text.substring(line.from(), line.to()));
        int within = Math.min(offset - line.from(), line.length() - 1);
        if (within < 0) {
            return line;
        }
        int to = words.following(within);
        int from = words.previous();
        return new Span(line.from() + from, line.from() + to);
    }

    /** The line that holds a character, without the line feed. */
    public Span lineAt(int offset) {
        int from = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
        int to = text.indexOf('\n', offset);
        return new Span(from, to < 0 ? text.length() : to);
    }

    /** Where a part of the text stands: a rectangle for each line, or a few. */
    public List<Rectangle2D> shapes(int from, int to) {
        List<Rectangle2D> shapes = new ArrayList<>();
        boolean goesOn = false;
        for (Placed placed : runs) {
            int begin = Math.max(from, placed.start());
            int end = Math.min(to, placed.end());
            if (begin >= end) {
                goesOn = false;
                continue;
            }
            Rectangle2D box =
                    Letters.box(placed.run().text(), placed.bounds(), begin - placed.start(), end - placed.start());
            int last = shapes.size() - 1;
            if (goesOn && sameLine(shapes.get(last), box)) {
                shapes.set(last, shapes.get(last).createUnion(box));
            } else {
                shapes.add(box);
            }
            goesOn = !placed.run().endsLine();
        }
        return shapes;
    }

    private static boolean sameLine(Rectangle2D one, Rectangle2D other) {
        double common = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
        boolean beside = common > Math.min(one.getHeight(), other.getHeight()) / 2;
        return beside && other.getMinX() - one.getMaxX() < 3 * Math.max(one.getHeight(), other.getHeight());
    }

    /** A part of the text, as it is copied: with line breaks as on the page, and none at its end. */
    public String copy(int from, int to) {
        String part = text.substring(Math.max(0, from), Math.min(text.length(), to));
        return part.lines()
                .map(String::stripTrailing)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }
}
