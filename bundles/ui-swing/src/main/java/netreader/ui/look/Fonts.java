package netreader.ui.look;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.swing.text.StyleContext;

/** Which font sets the text of books. */
public final class Fonts {
    private static final List<String> CHINESE = List.of(
            "Noto Serif CJK SC",
            "Source Han Serif SC",
            "Source Han Serif",
            "Songti SC",
            "STSong",
            "SimSun",
            "Noto Sans CJK SC",
            "Microsoft YaHei",
            "PingFang SC");
    private static final List<String> LATIN = List.of(
            "Charter",
            "Georgia",
            "Noto Serif",
            "Source Serif 4",
            "Palatino",
            "P052",
            "DejaVu Serif",
            "Liberation Serif");

    private static final StyleContext STYLES = new StyleContext();

    private static volatile Set<String> installed = Set.of();

    private Fonts() {}

    /** Looks which fonts there are; takes a while, so not on the event thread. Until then Serif serves for all. */
    public static void look() {
        installed = Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT));
    }

    /** How many fonts are known: what was set while there were fewer may be set anew. */
    public static int known() {
        return installed.size();
    }

    /** A serif font that has the glyphs of the text. */
    public static Font serif(String text, float size) {
        List<String> wanted = hasIdeographs(text) ? CHINESE : LATIN;
        for (String family : wanted) {
            if (installed.contains(family)) {
                Font font = new Font(family, Font.PLAIN, 1).deriveFont(size);
                if (font.canDisplayUpTo(text) < 0) {
                    return font;
                }
            }
        }
        return new Font(Font.SERIF, Font.PLAIN, 1).deriveFont(size);
    }

    /**
     * The font that a text is set in: the one that was chosen, or a serif one that suits the text. Characters that it does
     * not have come from other fonts.
     *
     * @param family empty for none that was chosen
     */
    public static Font text(String family, String text, float size) {
        String wanted = installed.contains(family) ? family : suiting(text);
        return withOthers(wanted).deriveFont(size);
    }

    private static String suiting(String text) {
        List<String> families = hasIdeographs(text) ? CHINESE : LATIN;
        List<String> here = families.stream().filter(installed::contains).toList();
        return here.stream()
                .filter(family -> new Font(family, Font.PLAIN, 12).canDisplayUpTo(text) < 0)
                .findFirst()
                .orElse(here.isEmpty() ? Font.SERIF : here.get(0));
    }

    /** The style context is the one place of the platform that gives fonts with others behind them. */
    private static Font withOthers(String family) {
        synchronized (STYLES) {
            return STYLES.getFont(family, Font.PLAIN, 12);
        }
    }

    /** The families that have every character of a sample, by name; takes a while, so not on the event thread. */
    public static List<String> fitting(String sample) {
        return installed.stream()
                .filter(family -> new Font(family, Font.PLAIN, 12).canDisplayUpTo(sample) < 0)
                .sorted()
                .toList();
    }

    public static boolean hasIdeographs(String text) {
        return text.codePoints().anyMatch(Fonts::wide);
    }

    /** Whether the character takes the width of an ideograph. */
    public static boolean wide(int codePoint) {
        boolean surrogateOrPrivate = codePoint >= 0xD7B0 && codePoint < 0xF900;
        return (codePoint >= 0x2E80 && codePoint <= 0xFFEF && !surrogateOrPrivate)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFF);
    }
}
