package org.example.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreader.format.Outline;

/** Finds headings: lines that begin with #, and lines under which a rule of = or - stands; none within fenced code. */
final class Headings {
    private static final Pattern HASHES = Pattern.compile(" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
    private static final Pattern RULE = Pattern.compile(" {0,3}(=+|-+)[ \t]*");

    private final List<Outline.Entry> entries = new ArrayList<>();
    /** Levels of the headings above, as they stand in the file. */
    private final List<Integer> above = new ArrayList<>();

    private Headings() {}

    static List<Outline.Entry> of(String text) {
        Headings headings = new Headings();
        headings.read(text);
        return headings.entries;
    }

    private void read(String text) {
        String fence = "";
        String before = "";
        int startOfBefore = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            String line = text.substring(at, next).stripTrailing();
            Matcher mark = FENCE.matcher(line);
            Matcher hashes = HASHES.matcher(line);
            Matcher rule = RULE.matcher(line);
            if (mark.matches() && (fence.isEmpty() || fence.equals(mark.group(1)))) {
                fence = fence.isEmpty() ? mark.group(1) : "";
                line = "";
            } else if (fence.isEmpty() && hashes.matches()) {
                add(hashes.group(2), hashes.group(1).length(), at);
                line = "";
            } else if (fence.isEmpty() && !before.isBlank() && rule.matches()) {
                add(before, rule.group(1).charAt(0) == '=' ? 1 : 2, startOfBefore);
                line = "";
            } else if (!fence.isEmpty()) {
                line = "";
            }
            before = line;
            startOfBefore = at;
            at = next;
        }
    }

    /** A file may leave levels out; in the contents they grow by one. */
    private void add(String title, int level, int at) {
        String plain = title.replaceAll("[*_`]", "").strip();
        if (plain.isEmpty()) {
            return;
        }
        while (!above.isEmpty() && above.get(above.size() - 1) >= level) {
            above.remove(above.size() - 1);
        }
        entries.add(new Outline.Entry(plain, above.size(), at));
        above.add(level);
    }
}
