package netreader.format.epub.layout;

/**
 * How pages look, in CSS pixels (1/96 inch) before they are enlarged.
 *
 * @param width of a page
 * @param height of a page
 * @param margin on all sides
 * @param scale by which a laid-out page is enlarged when it is painted: so that all text grows, whatever its style says
 * @param family of text without a font of its own; empty text for the usual one
 */
public record PageStyle(double width, double height, double margin, double scale, String family) {
    /** A page of fixed size, which has its margins in its style. */
    public static PageStyle fixed(double width, double height) {
        return new PageStyle(width, height, 0, 1, "");
    }

    public double contentWidth() {
        return width - 2 * margin;
    }

    public double contentHeight() {
        return height - 2 * margin;
    }
}
