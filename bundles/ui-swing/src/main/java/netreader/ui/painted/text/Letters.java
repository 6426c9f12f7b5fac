package netreader.ui.painted.text;

import java.awt.geom.Rectangle2D;

/** Where the characters of a word stand within its box, by how wide they usually are: fonts stay with the format. */
final class Letters {
    private Letters() {}

    /** The offset between two characters of a run that is nearest to a point. */
    static int caretIn(String text, Rectangle2D box, double x, double y) {
        boolean down = runsDown(text, box);
        double part = down ? (y - box.getMinY()) / box.getHeight() : (x - box.getMinX()) / box.getWidth();
        double wanted = part * width(text, seen(text));
        double at = 0;
        int offset = 0;
        while (offset < seen(text)) {
            int c = text.codePointAt(offset);
            if (at + width(c) / 2 > wanted) {
                return offset;
            }
            at += width(c);
            offset += Character.charCount(c);
        }
        return offset;
    }

    /** The box of the characters from one offset to another. */
    static Rectangle2D box(String text, Rectangle2D box, int from, int to) {
        double whole = Math.max(1e-3, width(text, seen(text)));
        double begin = Math.min(1, width(text, Math.min(from, seen(text))) / whole);
        double end = Math.min(1, width(text, Math.min(to, seen(text))) / whole);
        return runsDown(text, box)
                ? new Rectangle2D.Double(
                        box.getX(),
                        box.getY() + begin * box.getHeight(),
                        box.getWidth(),
                        (end - begin) * box.getHeight())
                : new Rectangle2D.Double(
                        box.getX() + begin * box.getWidth(),
                        box.getY(),
                        (end - begin) * box.getWidth(),
                        box.getHeight());
    }

    /** The space at a word's end is not in its box. */
    private static int seen(String text) {
        int length = text.stripTrailing().length();
        return length == 0 ? text.length() : length;
    }

    private static boolean runsDown(String text, Rectangle2D box) {
        return seen(text) > 1 && box.getHeight() > 1.5 * box.getWidth();
    }

    private static double width(String text, int to) {
        double width = 0;
        for (int offset = 0; offset < to; offset += Character.charCount(text.codePointAt(offset))) {
            width += width(text.codePointAt(offset));
        }
        return width;
    }

    private static double width(int c) {
        if (c >= 0x2E80) {
            return 1;
        }
        return switch (c) {
            case 'i', 'j', 'l', '.', ',', ':', ';', '\'', '!', '|', 'I' -> 0.28;
            case 'f', 't', 'r', '(', ')', '[', ']', '-', ' ' -> 0.35;
            case 'm', 'w', 'M', 'W' -> 0.8;
            default -> Character.isUpperCase(c) ? 0.68 : 0.5;
        };
    }
}
