package netreader.format.epub.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of drawings that would fall to millions of dashes: the JDK takes minutes and gigabytes for them. */
final class Dashes {
    private static final double MOST = 2_000_000;

    private static final Pattern DASHES = Pattern.compile("stroke-dasharray\\s*[=:]\\s*[\"']?([^\"';>]*)");
    private static final Pattern NUMBER = Pattern.compile("\\d*\\.?\\d+(?:[eE][-+]?\\d+)?");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{3,8}");

    private Dashes() {}

    /** The drawing, with whole lines instead of the dashes that are too short for it. */
    static String bounded(String drawing) {
        if (!drawing.contains("stroke-dasharray")) {
            return drawing;
        }
        // No line is much longer than all the numbers of the drawing together.
        double longest = sum(COLOR.matcher(drawing).replaceAll(""));
        StringBuilder bounded = new StringBuilder();
        int copied = 0;
        Matcher dashes = DASHES.matcher(drawing);
        while (dashes.find()) {
            double length = sum(dashes.group(1));
            if (length > 0 && longest / length > MOST) {
                bounded.append(drawing, copied, dashes.start(1)).append("none");
                copied = dashes.end(1);
            }
        }
        return bounded.append(drawing, copied, drawing.length()).toString();
    }

    private static double sum(String text) {
        double sum = 0;
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            sum += Double.parseDouble(number.group());
        }
        return sum;
    }
}
