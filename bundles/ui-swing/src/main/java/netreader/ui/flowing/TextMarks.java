package netreader.ui.flowing;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the words that were looked for stand on a page. */
record TextMarks(List<Mark> marks) {
    static final TextMarks NONE = new TextMarks(List.of());

    /** @param shape from the block's corner; a hit that is broken over two lines has two marks */
    private record Mark(Shape shape, boolean current) {}

    TextMarks {
        marks = List.copyOf(marks);
    }

    /** @param nth which of the places, from 0, is the one that is meant; the last one if there are not so many */
    static TextMarks of(TextBlock block, String query, int nth) {
        String wanted = fold(query);
        if (wanted.isEmpty()) {
            return NONE;
        }
        List<Integer> places = places(fold(block.page().text()), wanted);
        int last = Math.min(nth, places.size() - 1);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            boolean current = i == last;
            block.ground(places.get(i), places.get(i) + wanted.length())
                    .forEach(shape -> marks.add(new Mark(shape, current)));
        }
        return new TextMarks(marks);
    }

    private static List<Integer> places(String text, String wanted) {
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            places.add(at);
        }
        return places;
    }

    /** Small letters of the usual width, as many as there were. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
                continue;
            }
            String one = text.substring(i, i + 1);
            boolean wide = (c >= 0xFF00 && c <= 0xFFEF) || c == 0x3000;
            String plain = (wide ? Normalizer.normalize(one, Normalizer.Form.NFKC) : one).toLowerCase(Locale.ROOT);
            folded.append(plain.length() == 1 ? plain : one);
        }
        return folded.toString();
    }

    void paint(Graphics2D g, float x, float y, Paper paper) {
        AffineTransform move = AffineTransform.getTranslateInstance(x, y);
        for (Mark mark : marks) {
            g.setColor(paper.mark(mark.current()));
            g.fill(move.createTransformedShape(mark.shape()));
        }
    }

    /** Where the one that is meant begins, from the block's corner. */
    Optional<Rectangle> here() {
        return marks.stream()
                .filter(Mark::current)
                .map(mark -> mark.shape().getBounds())
                .findFirst();
    }
}
