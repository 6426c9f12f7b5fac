package netreader.format.txt;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that heads a chapter.
 *
 * @param key its number and kind, the same in the table of contents and over the chapter
 * @param rank 0 for volumes, 1 for chapters, 2 for sections
 */
record Heading(String title, String key, int rank) {
    private static final int LONGEST = 60;

    private static final Pattern CHINESE = Pattern.compile("(?:正文\\s*)?[【\\[（(]?第\\s*"
            + "([0-9０-９]{1,5}|[一二三四五六七八九十百千万零〇○两兩廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬]{1,10})\\s*"
            + "([部卷集篇章回话話幕折节節])(?![合])(?<rest>.*)");

    private static final Pattern VOLUME = Pattern.compile("卷之?([0-9０-９]{1,4}|[一二三四五六七八九十百廿卅]{1,6})(?:[\\s　：:、].*)?");

    private static final Pattern WESTERN = Pattern.compile("(?<kind>CHAPTER|Chapter|BOOK|Book|PART|Part|VOLUME|Volume)"
            + "\\s+(?<number>[0-9]{1,4}|[IVXLCDM]{1,9})(?<rest>(?:\\s*[.:—–-].*|\\s+[^a-z].*)?)");

    /** Reads a heading in a line; empty if the line is none. */
    static Optional<Heading> in(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher chinese = CHINESE.matcher(text);
        if (chinese.matches()) {
            return isSentence(chinese.group("rest"))
                    ? Optional.empty()
                    : Optional.of(new Heading(text, chinese.group(1) + chinese.group(2), rank(chinese.group(2))));
        }
        Matcher volume = VOLUME.matcher(text);
        if (volume.matches() && !isSentence(text)) {
            return Optional.of(new Heading(text, volume.group(1) + "卷", 0));
        }
        Matcher western = WESTERN.matcher(text);
        if (western.matches()) {
            String kind = western.group("kind").toLowerCase(Locale.ROOT);
            return Optional.of(new Heading(text, kind + western.group("number"), kind.equals("chapter") ? 1 : 0));
        }
        return Optional.empty();
    }

    private static boolean isSentence(String rest) {
        return rest.indexOf('。') >= 0 || rest.endsWith("，") || rest.endsWith("；") || rest.endsWith("：");
    }

    private static int rank(String kind) {
        return switch (kind) {
            case "部", "卷", "集", "篇" -> 0;
            case "节", "節" -> 2;
            default -> 1;
        };
    }
}
