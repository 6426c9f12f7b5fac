package netreader.format.epub.chapter;

import java.util.regex.Pattern;

/** Style sheets as the layout understands them. */
public final class StyleText {
    /** Larger ones take minutes; those of books have some 100 KB. */
    private static final int LONGEST = 2_000_000;

    /** Would make pages of another size than the reader has chosen. Two levels: boxes in the margins stand inside. */
    private static final Pattern PAGE = Pattern.compile("@page\\b[^{}]{0,200}\\{(?:[^{}]|\\{[^{}]*+\\})*+\\}");

    /** The layout takes fonts of one format only, and the JDK reads both. */
    private static final Pattern OPENTYPE = Pattern.compile("format\\(\\s*[\"']?opentype[\"']?\\s*\\)");

    private StyleText() {}

    /** Empty text for a sheet that is too large. */
    public static String usable(String css) {
        if (css.length() > LONGEST) {
            return "";
        }
        String text = css.contains("@page") ? PAGE.matcher(css).replaceAll("") : css;
        if (VerticalStyle.is(text)) {
            text = VerticalStyle.turned(text);
        }
        return text.contains("opentype") ? OPENTYPE.matcher(text).replaceAll("format('truetype')") : text;
    }
}
