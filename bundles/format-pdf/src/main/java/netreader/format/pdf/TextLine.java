package netreader.format.pdf;

import java.awt.geom.Rectangle2D;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import netreader.format.TextRun;

/** The letters of one line as they are painted, which become text in the order in which it is read. */
final class TextLine {
    private static final char SOFT_HYPHEN = '\u00AD';

    /** What looks the same from the other side. */
    private static final Map<String, String> MIRRORED =
            Map.of("(", ")", ")", "(", "[", "]", "]", "[", "{", "}", "}", "{", "<", ">", ">", "<", "«", "»", "»", "«");

    /**
     * A letter or several that one glyph stands for.
     *
     * @param along how far along the line it stands
     * @param box null for a space between words that are merely apart
     */
    private record Letter(String text, double along, Rectangle2D box) {
        boolean isSpace() {
            return text.isBlank();
        }
    }

    private List<Letter> letters = new ArrayList<>();

    boolean isEmpty() {
        return letters.isEmpty();
    }

    /**
     * @param along how far along the line, in any unit
     */
    void add(String text, double along, Rectangle2D box) {
        String plain = plain(text);
        if (!plain.isEmpty()) {
            letters.add(new Letter(plain, along, box));
        }
    }

    /** Words stand apart here. */
    void addSpace() {
        if (!letters.isEmpty() && !letters.get(letters.size() - 1).isSpace()) {
            letters.add(new Letter(" ", letters.get(letters.size() - 1).along(), null));
        }
    }

    /** Ligatures, and letters in the form that they have within a word, as the letters they stand for. */
    private static String plain(String text) {
        boolean forms = text.chars().anyMatch(c -> (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c < 0xFEFF));
        String plain = forms ? Normalizer.normalize(text, Normalizer.Form.NFKC).strip() : text;
        return plain.replaceAll("[\\p{Cntrl}\\uFEFF]", plain.length() > 1 ? "" : " ");
    }

    /** The line in runs: words with the space behind them, and single characters of scripts without spaces. */
    List<TextRun> runs() {
        List<TextRun> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Rectangle2D box = null;
        List<Letter> read = trimmed(inReadingOrder());
        for (int i = 0; i < read.size(); i++) {
            Letter letter = read.get(i);
            boolean last = i == read.size() - 1;
            Letter next = last ? null : read.get(i + 1);
            boolean hidden = letter.text().equals(String.valueOf(SOFT_HYPHEN)) && !last;
            text.append(hidden ? "" : letter.isSpace() ? " " : letter.text());
            if (letter.box() != null && !letter.isSpace()) {
                box = box == null ? letter.box() : box.createUnion(letter.box());
            }
            boolean ends = last || (!next.isSpace() && (letter.isSpace() || standsAlone(letter) || standsAlone(next)));
            if (ends && box != null) {
                runs.add(new TextRun(text.toString(), box, last));
                text.setLength(0);
                box = null;
            }
        }
        return runs;
    }

    /** Without space around it, nor more than one between its words. */
    private static List<Letter> trimmed(List<Letter> letters) {
        List<Letter> trimmed = new ArrayList<>();
        for (Letter letter : letters) {
            boolean doubled =
                    trimmed.isEmpty() || trimmed.get(trimmed.size() - 1).isSpace();
            if (!letter.isSpace() || !doubled) {
                trimmed.add(letter);
            }
        }
        int last = trimmed.size() - 1;
        return last >= 0 && trimmed.get(last).isSpace() ? trimmed.subList(0, last) : trimmed;
    }

    /** Chinese and Japanese, which have no spaces. */
    private static boolean standsAlone(Letter letter) {
        int first = letter.text().codePointAt(0);
        return Character.isIdeographic(first)
                || switch (Character.UnicodeScript.of(first)) {
                    case HIRAGANA, KATAKANA, BOPOMOFO -> true;
                    default -> (first >= 0x3000 && first <= 0x303F) || (first >= 0xFF01 && first <= 0xFF65);
                };
    }

    /** Hebrew and Arabic are painted from either end; as they are seen, they are taken from the right. */
    private List<Letter> inReadingOrder() {
        StringBuilder seen = new StringBuilder();
        letters.forEach(letter -> seen.append(letter.text().charAt(0)));
        if (!Bidi.requiresBidi(seen.toString().toCharArray(), 0, seen.length())) {
            return letters;
        }
        letters.sort(Comparator.comparingDouble(Letter::along));
        seen.setLength(0);
        letters.forEach(letter -> seen.append(letter.text().charAt(0)));
        Bidi bidi = new Bidi(
                seen.toString(), mostlyToTheLeft(seen) ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        byte[] levels = new byte[letters.size()];
        Letter[] order = new Letter[letters.size()];
        for (int i = 0; i < order.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(i);
            Letter letter = letters.get(i);
            boolean turned = levels[i] % 2 == 1 && MIRRORED.containsKey(letter.text());
            order[i] = turned ? new Letter(MIRRORED.get(letter.text()), letter.along(), letter.box()) : letter;
        }
        Bidi.reorderVisually(levels, 0, order, 0, order.length);
        return List.of(order);
    }

    private static boolean mostlyToTheLeft(CharSequence seen) {
        long left = seen.chars()
                .filter(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .count();
        long right = seen.chars()
                .filter(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .count();
        return left >= right;
    }
}
