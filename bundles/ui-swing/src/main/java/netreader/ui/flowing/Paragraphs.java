package netreader.ui.flowing;

import java.util.ArrayList;
import java.util.List;
import netreader.ui.look.Fonts;

/** Finds the paragraphs of a text whose lines end where they ended on someone else's screen. */
final class Paragraphs {
    /** Lines of at most this many columns may have been wrapped by hand. */
    private static final int WIDEST_WRAP = 100;

    private static final int NARROWEST_WRAP = 45;

    /** How much shorter than the widest a line may be that was wrapped. */
    private static final int SLACK = 4;

    /**
     * @param text without line ends
     * @param indent spaces before it in the source, for verse; 0 for prose
     * @param afterBlank whether an empty line stands before it
     */
    record Paragraph(String text, int indent, boolean afterBlank) {}

    private Paragraphs() {}

    static List<Paragraph> of(String text) {
        List<String> lines = text.lines().toList();
        int widest = lines.stream().mapToInt(Paragraphs::columns).max().orElse(0);
        boolean wrapped = widest >= NARROWEST_WRAP && widest <= WIDEST_WRAP && isWrapped(lines, widest);
        List<Paragraph> paragraphs = new ArrayList<>();
        boolean blank = false;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                blank = true;
                continue;
            }
            StringBuilder whole = new StringBuilder(lines.get(i).strip());
            int first = i;
            while (wrapped && i + 1 < lines.size() && goesOn(lines.get(i), lines.get(i + 1), widest)) {
                i++;
                join(whole, lines.get(i).strip());
            }
            int indent = i == first ? indent(lines.get(first)) : 0;
            paragraphs.add(new Paragraph(whole.toString(), indent, blank && !paragraphs.isEmpty()));
            blank = false;
        }
        return paragraphs;
    }

    /** Text with a line for each paragraph may by chance be narrow; wrapped text has many lines that are nearly full. */
    private static boolean isWrapped(List<String> lines, int widest) {
        long written = lines.stream().filter(line -> !line.isBlank()).count();
        long full = lines.stream().filter(line -> columns(line) >= widest * 0.8).count();
        return full * 3 >= written;
    }

    /** The line was ended only because the next word had no room. */
    private static boolean goesOn(String line, String next, int widest) {
        if (next.isBlank() || indent(next) > indent(line)) {
            return false;
        }
        String word = next.strip();
        int end = 0;
        while (end < word.length() && !Character.isWhitespace(word.charAt(end)) && !Fonts.wide(word.charAt(end))) {
            end++;
        }
        int needed = end == 0 ? 2 : columns(word.substring(0, end)) + 1;
        return columns(line.stripTrailing()) + needed > widest - SLACK;
    }

    private static void join(StringBuilder whole, String next) {
        boolean wide = Fonts.wide(whole.charAt(whole.length() - 1)) || Fonts.wide(next.codePointAt(0));
        whole.append(wide ? "" : " ").append(next);
    }

    private static int indent(String line) {
        int columns = 0;
        for (int i = 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
            columns += line.charAt(i) == '\u3000' ? 2 : 1;
        }
        return columns;
    }

    /** Ideographs take two columns. */
    private static int columns(String text) {
        return text.codePoints().map(c -> Fonts.wide(c) ? 2 : 1).sum();
    }
}
