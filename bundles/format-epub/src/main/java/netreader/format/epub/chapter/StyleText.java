package netreader.format.epub.chapter;

import java.util.regex.Pattern;

/** Style sheets without what would make pages of another size than the reader has chosen. */
public final class StyleText {
    /** Two levels: boxes in the margins stand inside. */
    private static final Pattern PAGE = Pattern.compile("@page\\b[^{}]{0,200}\\{(?:[^{}]|\\{[^{}]*+\\})*+\\}");

    private StyleText() {}

    public static String withoutPages(String css) {
        return css.contains("@page") ? PAGE.matcher(css).replaceAll("") : css;
    }
}
