package netreader.format.epub.layout;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.FontResolver;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.render.FSFont;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The fonts that a book is set in: its own, those of the system, and whatever can show a character. One thread at a time. */
public final class Fonts implements FontResolver {
    /** Widths are those of outlines, so that a page looks the same at every scale. */
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final Set<String> LOGICAL =
            Set.of(Font.SERIF, Font.SANS_SERIF, Font.MONOSPACED, Font.DIALOG, Font.DIALOG_INPUT);

    private static final int BOLD_FROM = 600;

    /** A book may have a size of its own for each word, and a stack keeps some kilobytes. */
    private static final int MOST_STACKS = 200;

    private final Map<String, FontStack> stacks = new Recent<>(MOST_STACKS);
    private final Map<String, String> systemFamilies = new HashMap<>();
    private final Map<Integer, Optional<Font>> serifFallbacks = new HashMap<>();
    private final Map<Integer, Optional<Font>> fallbacks = new HashMap<>();
    private final EmbeddedFonts embedded = new EmbeddedFonts();
    private final List<String> preferred;
    private List<Font> installed = List.of();

    /** @param language of the book, which decides between Chinese and Japanese fonts; empty text if it is unknown */
    public Fonts(String language) {
        preferred = preferred(language.toLowerCase(Locale.ROOT));
    }

    /** Words in the names of fonts that are made for a language. */
    private static List<String> preferred(String language) {
        if (language.startsWith("ja")) {
            return List.of("CJK JP", "Mincho", "Gothic", "Meiryo");
        }
        if (language.startsWith("ko")) {
            return List.of("CJK KR", "Batang", "Malgun");
        }
        if (language.startsWith("zh-tw") || language.startsWith("zh-hant") || language.startsWith("zh-hk")) {
            return List.of("CJK TC", "MingLiU", "JhengHei");
        }
        return List.of("CJK SC", "SimSun", "YaHei", "Songti", "WenQuanYi");
    }

    EmbeddedFonts embedded() {
        return embedded;
    }

    @Override
    public FSFont resolveFont(SharedContext context, FontSpecification wanted) {
        boolean bold = weight(wanted.fontWeight) >= BOLD_FROM;
        boolean italic = wanted.fontStyle == IdentValue.ITALIC || wanted.fontStyle == IdentValue.OBLIQUE;
        float size = wanted.variant == IdentValue.SMALL_CAPS ? wanted.size * 0.8f : wanted.size;
        String[] families = wanted.families == null ? new String[0] : wanted.families;
        String key = embedded.version() + Arrays.toString(families) + size + bold + italic;
        return stacks.computeIfAbsent(key, unused -> stack(families, size, bold, italic));
    }

    private FontStack stack(String[] families, float size, boolean bold, boolean italic) {
        List<Font> fonts = new ArrayList<>();
        int style = (bold ? Font.BOLD : 0) | (italic ? Font.ITALIC : 0);
        for (String each : families) {
            String family = each.replaceAll("^[\"']|[\"']$", "");
            embedded.find(family, bold, italic).ifPresent(font -> fonts.add(font.deriveFont(size)));
            systemFamily(family).ifPresent(name -> fonts.add(new Font(name, style, 1).deriveFont(size)));
        }
        if (fonts.isEmpty()) {
            fonts.add(new Font(Font.SERIF, style, 1).deriveFont(size));
        }
        return new FontStack(this, fonts, size);
    }

    private Optional<String> systemFamily(String family) {
        return switch (family.toLowerCase(Locale.ROOT)) {
            case "serif" -> Optional.of(Font.SERIF);
            case "sans-serif", "system-ui" -> Optional.of(Font.SANS_SERIF);
            case "monospace" -> Optional.of(Font.MONOSPACED);
            default -> {
                if (systemFamilies.isEmpty()) {
                    for (String name : GraphicsEnvironment.getLocalGraphicsEnvironment()
                            .getAvailableFontFamilyNames(Locale.ROOT)) {
                        systemFamilies.put(name.toLowerCase(Locale.ROOT), name);
                    }
                }
                yield Optional.ofNullable(systemFamilies.get(family.toLowerCase(Locale.ROOT)));
            }
        };
    }

    private static int weight(IdentValue weight) {
        if (weight == IdentValue.BOLD || weight == IdentValue.BOLDER) {
            return 700;
        }
        try {
            return Integer.parseInt(String.valueOf(weight));
        } catch (NumberFormatException e) {
            return 400;
        }
    }

    static boolean isLogical(Font font) {
        return LOGICAL.contains(font.getFamily(Locale.ROOT));
    }

    static boolean isEastAsian(int character) {
        return (character >= 0x2E80 && character < 0xA000)
                || (character >= 0xAC00 && character < 0xD7B0)
                || character >= 0x20000;
    }

    /** A font of the system for a character that no font of a stack has; the stack's own if there is none. */
    Font fallback(int character, Font like) {
        Map<Integer, Optional<Font>> known = isSerif(like) ? serifFallbacks : fallbacks;
        Optional<Font> found = known.computeIfAbsent(character, unused -> search(character, isSerif(like)));
        return found.map(font -> font.deriveFont(like.getStyle(), like.getSize2D()))
                .orElse(like);
    }

    private static boolean isSerif(Font font) {
        return font.getFamily(Locale.ROOT).toLowerCase(Locale.ROOT).contains("serif")
                && !font.getFamily(Locale.ROOT).toLowerCase(Locale.ROOT).contains("sans");
    }

    private Optional<Font> search(int character, boolean serif) {
        if (isEastAsian(character)) {
            for (String word : preferred) {
                Optional<Font> font = candidates(serif)
                        .filter(each -> each.getFontName(Locale.ROOT).contains(word) && each.canDisplay(character))
                        .findFirst();
                if (font.isPresent()) {
                    return font;
                }
            }
        }
        for (String logical : List.of(Font.SERIF, Font.SANS_SERIF)) {
            Font font = new Font(logical, Font.PLAIN, 1);
            if (font.canDisplay(character)) {
                return Optional.of(font);
            }
        }
        return candidates(serif).filter(font -> font.canDisplay(character)).findFirst();
    }

    /** All fonts of the system, those of the wanted kind first. */
    private Stream<Font> candidates(boolean serif) {
        if (installed.isEmpty()) {
            installed = Stream.of(
                            GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                    .filter(font ->
                            !font.getFontName(Locale.ROOT).matches(".*(Bold|Black|Italic|Oblique|Light|Thin).*"))
                    .toList();
        }
        return Stream.concat(
                installed.stream().filter(font -> isSerif(font) == serif),
                installed.stream().filter(font -> isSerif(font) != serif));
    }
}
