package netreader.format.epub;

import java.util.List;
import java.util.Map;
import netreader.format.Setting;
import netreader.format.epub.layout.PageStyle;

/**
 * What the reader has chosen for the pages of a book without pages of its own.
 *
 * @param style of the pages
 * @param key the same for the same choices
 */
record PageSettings(PageStyle style, String key) {
    private static final String SIZE = "textSize";
    private static final String PAGE = "page";
    private static final String MARGINS = "margins";
    private static final String FONT = "font";

    private static final double PIXELS_PER_POINT = 96.0 / 72;

    static final List<Setting> CHOICES = List.of(
            new Setting(
                    SIZE,
                    "Text size",
                    List.of("70%", "80%", "90%", "100%", "110%", "125%", "150%", "175%", "200%", "250%"),
                    "100%"),
            new Setting(PAGE, "Page", List.of("phone", "A6", "A5", "B5", "A4"), "A5"),
            new Setting(MARGINS, "Margins", List.of("narrow", "normal", "wide"), "normal"),
            new Setting(FONT, "Font of plain text", List.of("serif", "sans-serif"), "serif"));

    /** Values that are none of the choices count as not chosen. */
    static PageSettings of(Map<String, String> chosen) {
        String size = chosen(chosen, SIZE);
        String page = chosen(chosen, PAGE);
        String margins = chosen(chosen, MARGINS);
        String font = chosen(chosen, FONT);
        double scale = Integer.parseInt(size.replace("%", "")) / 100.0;
        double[] points = switch (page) {
            case "phone" -> new double[] {270, 480};
            case "A6" -> new double[] {298, 420};
            case "B5" -> new double[] {499, 709};
            case "A4" -> new double[] {595, 842};
            default -> new double[] {420, 595};
        };
        double margin = switch (margins) {
            case "narrow" -> 0.04;
            case "wide" -> 0.14;
            default -> 0.085;
        };
        double width = points[0] * PIXELS_PER_POINT / scale;
        double height = points[1] * PIXELS_PER_POINT / scale;
        return new PageSettings(
                new PageStyle(width, height, margin * width, scale, font), String.join(" ", size, page, margins, font));
    }

    private static String chosen(Map<String, String> chosen, String name) {
        Setting setting = CHOICES.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        String value = chosen.getOrDefault(name, "").strip();
        return setting.choices().contains(value) ? value : setting.defaultValue();
    }
}
