package netreader.format.pdf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * Finds fonts of the system for text whose font is not in the file. PDFBox knows the names of Windows' fonts and of Red
 * Hat's; where it would paint everything in one face, this also looks for the fonts that other systems have, and for
 * Chinese, Japanese and Korean the face of the region. Any thread.
 */
final class SystemFonts implements FontMapper {
    /** Regular, bold, italic, bold italic. */
    private static final List<List<String>> SERIF = List.of(
            List.of("NimbusRoman-Regular", "TeXGyreTermes-Regular", "FreeSerif", "DejaVuSerif"),
            List.of("NimbusRoman-Bold", "TeXGyreTermes-Bold", "FreeSerifBold", "DejaVuSerif-Bold"),
            List.of("NimbusRoman-Italic", "TeXGyreTermes-Italic", "FreeSerifItalic", "DejaVuSerif-Italic"),
            List.of(
                    "NimbusRoman-BoldItalic",
                    "TeXGyreTermes-BoldItalic",
                    "FreeSerifBoldItalic",
                    "DejaVuSerif-BoldItalic"));

    private static final List<List<String>> SANS = List.of(
            List.of("NimbusSans-Regular", "TeXGyreHeros-Regular", "FreeSans", "DejaVuSans"),
            List.of("NimbusSans-Bold", "TeXGyreHeros-Bold", "FreeSansBold", "DejaVuSans-Bold"),
            List.of("NimbusSans-Italic", "TeXGyreHeros-Italic", "FreeSansOblique", "DejaVuSans-Oblique"),
            List.of(
                    "NimbusSans-BoldItalic",
                    "TeXGyreHeros-BoldItalic",
                    "FreeSansBoldOblique",
                    "DejaVuSans-BoldOblique"));

    private static final List<List<String>> MONO = List.of(
            List.of("NimbusMonoPS-Regular", "TeXGyreCursor-Regular", "FreeMono", "DejaVuSansMono"),
            List.of("NimbusMonoPS-Bold", "TeXGyreCursor-Bold", "FreeMonoBold", "DejaVuSansMono-Bold"),
            List.of("NimbusMonoPS-Italic", "TeXGyreCursor-Italic", "FreeMonoOblique", "DejaVuSansMono-Oblique"),
            List.of(
                    "NimbusMonoPS-BoldItalic",
                    "TeXGyreCursor-BoldItalic",
                    "FreeMonoBoldOblique",
                    "DejaVuSansMono-BoldOblique"));

    /** The region of Noto's and Source Han's faces, and fonts of systems: first those with serifs, then those without. */
    private record Region(String noto, String sourceHan, List<String> serif, List<String> sans) {}

    private static final Map<String, Region> REGIONS = Map.of(
            "GB1",
            new Region(
                    "sc",
                    "SC",
                    List.of("SimSun", "NSimSun", "STSong", "STSongti-SC-Regular", "AR-PL-UMing-CN"),
                    List.of("MicrosoftYaHei", "SimHei", "STHeiti", "PingFangSC-Regular")),
            "CNS1",
            new Region(
                    "tc",
                    "TC",
                    List.of("PMingLiU", "MingLiU", "LiSongPro", "STSongti-TC-Regular", "AR-PL-UMing-TW"),
                    List.of("MicrosoftJhengHei", "PingFangTC-Regular", "STHeitiTC-Light")),
            "Japan1",
            new Region(
                    "jp",
                    "JP",
                    List.of("MS-Mincho", "YuMincho-Regular", "HiraMinProN-W3", "IPAMincho", "TakaoMincho"),
                    List.of("MS-Gothic", "YuGothic-Regular", "HiraKakuProN-W3", "IPAGothic", "TakaoGothic")),
            "Korea1",
            new Region(
                    "kr",
                    "KR",
                    List.of("Batang", "BatangChe", "AppleMyungjo", "NanumMyeongjo"),
                    List.of("MalgunGothic", "Gulim", "Dotum", "AppleGothic", "NanumGothic")));

    /** These have all of Chinese, if not in the face of the region. */
    private static final List<String> ANY_REGION =
            List.of("WenQuanYiMicroHei", "WenQuanYiZenHei", "DroidSansFallback", "ArialUnicodeMS");

    private final FontMapper pdfBox;

    SystemFonts(FontMapper pdfBox) {
        this.pdfBox = pdfBox;
    }

    /** Makes PDFBox list the fonts of the system, which whoever needs one before waits for. */
    void search() {
        var unused = pdfBox.getFontBoxFont("Helvetica", null);
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
        FontMapping<TrueTypeFont> found = pdfBox.getTrueTypeFont(name, descriptor);
        if (!found.isFallback()) {
            return found;
        }
        return candidates(name, descriptor)
                .map(this::outlines)
                .flatMap(Optional::stream)
                .findFirst()
                .map(each -> new FontMapping<>(each, true))
                .orElse(found);
    }

    private Optional<TrueTypeFont> outlines(String name) {
        CIDFontMapping found = pdfBox.getCIDFont(name, null, null);
        boolean there = !found.isFallback();
        if (there && found.getFont() != null) {
            return Optional.of(found.getFont());
        }
        return there && found.getTrueTypeFont() instanceof TrueTypeFont font ? Optional.of(font) : Optional.empty();
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
        FontMapping<FontBoxFont> found = pdfBox.getFontBoxFont(name, descriptor);
        if (!found.isFallback()) {
            return found;
        }
        return candidates(name, descriptor)
                .map(each -> pdfBox.getFontBoxFont(each, null))
                .filter(each -> !each.isFallback())
                .findFirst()
                .map(each -> new FontMapping<>(each.getFont(), true))
                .orElse(found);
    }

    @Override
    public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
        CIDFontMapping found = pdfBox.getCIDFont(name, descriptor, system);
        boolean named = !found.isFallback();
        Optional<Region> region = region(name, system);
        if (region.isEmpty()) {
            return named ? byUnicode(found) : latin(name, descriptor).orElse(found);
        }
        if (named) {
            return byUnicode(found);
        }
        boolean serif = kind(name, descriptor) == SERIF || looksSerif(name);
        boolean bold = (style(name, descriptor) & 1) != 0;
        return cjk(region.get(), serif, bold)
                .map(each -> pdfBox.getCIDFont(each, null, null))
                .filter(each -> !each.isFallback())
                .findFirst()
                .map(SystemFonts::byUnicode)
                .orElse(found);
    }

    /** The numbers of the glyphs are another font's, so they are found by the characters that they stand for. */
    private static CIDFontMapping byUnicode(CIDFontMapping found) {
        OpenTypeFont font = found.getFont();
        return font == null ? found : new CIDFontMapping(null, font, true);
    }

    private Optional<CIDFontMapping> latin(String name, PDFontDescriptor descriptor) {
        return candidates(name, descriptor)
                .map(each -> pdfBox.getCIDFont(each, null, null))
                .filter(each -> !each.isFallback())
                .findFirst()
                .map(SystemFonts::byUnicode);
    }

    private static Stream<String> cjk(Region region, boolean serif, boolean bold) {
        String weight = bold ? "Bold" : "Regular";
        Stream<String> notoSerif = Stream.of(
                "NotoSerifCJK" + region.noto() + "-" + weight, "SourceHanSerif" + region.sourceHan() + "-" + weight);
        Stream<String> notoSans = Stream.of(
                "NotoSansCJK" + region.noto() + "-" + weight, "SourceHanSans" + region.sourceHan() + "-" + weight);
        Stream<String> wanted = serif
                ? Stream.concat(
                        Stream.concat(notoSerif, region.serif().stream()),
                        Stream.concat(notoSans, region.sans().stream()))
                : Stream.concat(
                        Stream.concat(notoSans, region.sans().stream()),
                        Stream.concat(notoSerif, region.serif().stream()));
        return Stream.concat(wanted, ANY_REGION.stream());
    }

    /** By the collection of its characters, or else by a name that is known. */
    private static Optional<Region> region(String name, PDCIDSystemInfo system) {
        Region collected = system == null || system.getOrdering() == null ? null : REGIONS.get(system.getOrdering());
        if (collected != null) {
            return Optional.of(collected);
        }
        String plain = plain(name);
        return REGIONS.values().stream()
                .filter(region -> Stream.concat(region.serif().stream(), region.sans().stream())
                        .anyMatch(each -> plain.startsWith(plain(each))))
                .findFirst()
                .or(() -> Optional.ofNullable(name)
                        .filter(each -> each.matches(".*[宋黑楷仿体].*"))
                        .map(each -> REGIONS.get("GB1")));
    }

    /** Song, Ming, Mincho, Batang and their like. */
    private static boolean looksSerif(String name) {
        String plain = plain(name);
        return Stream.of("song", "simsun", "ming", "mincho", "batang", "myeong", "serif", "kai", "宋", "明朝")
                .anyMatch(plain::contains);
    }

    private static Stream<String> candidates(String name, PDFontDescriptor descriptor) {
        return kind(name, descriptor).get(style(name, descriptor)).stream();
    }

    /** As the name says, or else as the file describes it. */
    private static List<List<String>> kind(String name, PDFontDescriptor descriptor) {
        String plain = plain(name);
        if (plain.contains("courier") || plain.contains("mono") || plain.contains("consolas")) {
            return MONO;
        }
        if (plain.contains("arial") || plain.contains("helvetica") || plain.contains("sans")) {
            return SANS;
        }
        if (plain.contains("times") || plain.contains("serif") || plain.contains("roman")) {
            return SERIF;
        }
        if (descriptor == null) {
            return SANS;
        }
        return descriptor.isFixedPitch() ? MONO : descriptor.isSerif() ? SERIF : SANS;
    }

    /** 1 for bold and 2 for italic, added. */
    private static int style(String name, PDFontDescriptor descriptor) {
        String plain = plain(name);
        boolean bold = plain.contains("bold") || plain.contains("black") || plain.contains("heavy");
        boolean italic =
                plain.contains("italic") || plain.contains("oblique") || (descriptor != null && descriptor.isItalic());
        return (bold || (descriptor != null && descriptor.isForceBold()) ? 1 : 0) + (italic ? 2 : 0);
    }

    private static String plain(String name) {
        return name == null ? "" : name.toLowerCase(Locale.ROOT).replaceAll("^[a-z]{6}\\+|[ ,_-]", "");
    }
}
