package netreader.format.epub.layout;

import com.openhtmltopdf.css.constants.CSSName;
import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.css.style.FSDerivedValue;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fonts that lie in the book. What the JDK cannot read, such as WOFF, is passed over: another font takes its place. */
final class EmbeddedFonts {
    private static final int LARGEST = 32 << 20;
    private static final int MOST = 64;

    private final List<Face> faces = new ArrayList<>();
    private final Map<String, Optional<Font>> read = new HashMap<>();

    private record Face(String family, boolean bold, boolean italic, Font font) {}

    /** Changes when there are more fonts than before. */
    int version() {
        return faces.size();
    }

    /** Reads the fonts of a chapter's style sheets that are not yet known. */
    void add(List<FontFaceRule> rules, Agent agent) {
        for (FontFaceRule rule : rules) {
            CalculatedStyle style = rule.getCalculatedStyle();
            FSDerivedValue source = style.valueByName(CSSName.SRC);
            if (source == IdentValue.NONE || !rule.hasFontFamily()) {
                continue;
            }
            String family = style.valueByName(CSSName.FONT_FAMILY).asString();
            boolean bold = rule.hasFontWeight()
                    && style.getIdent(CSSName.FONT_WEIGHT).toString().matches("bold|bolder|[6-9]00");
            boolean italic = rule.hasFontStyle() && style.getIdent(CSSName.FONT_STYLE) != IdentValue.NORMAL;
            String uri = source.asString();
            if (read.size() < MOST && !read.containsKey(uri)) {
                Optional<Font> font =
                        Optional.ofNullable(agent.getBinaryResource(uri, null)).flatMap(EmbeddedFonts::font);
                read.put(uri, font);
                font.ifPresent(each -> faces.add(new Face(name(family), bold, italic, each)));
            }
        }
    }

    private static Optional<Font> font(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes)));
        } catch (FontFormatException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The face that is meant, or else one that is like it, slanted or made bold. */
    Optional<Font> find(String family, boolean bold, boolean italic) {
        String name = name(family);
        return faces.stream()
                .filter(face -> face.family().equals(name))
                .min((a, b) -> Integer.compare(distance(a, bold, italic), distance(b, bold, italic)))
                .map(face -> face.font()
                        .deriveFont(
                                (bold && !face.bold() ? Font.BOLD : 0) | (italic && !face.italic() ? Font.ITALIC : 0)));
    }

    private static int distance(Face face, boolean bold, boolean italic) {
        return (face.bold() == bold ? 0 : 1) + (face.italic() == italic ? 0 : 2);
    }

    private static String name(String family) {
        return family.replaceAll("^[\"']|[\"']$", "").toLowerCase(Locale.ROOT);
    }
}
