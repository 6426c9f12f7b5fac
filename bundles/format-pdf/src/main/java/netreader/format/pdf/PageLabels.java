package netreader.format.pdf;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;

/** The printed numbers of pages. Each is made when it is asked for: PDFBox makes those of all pages that a file claims. */
final class PageLabels {
    static final PageLabels NONE = new PageLabels(new TreeMap<>());

    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMANS = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    /** Roman numbers and letters above this are too long to be of use. */
    private static final int MOST_SPELLED = 5000;

    private final NavigableMap<Integer, PDPageLabelRange> ranges;

    private PageLabels(NavigableMap<Integer, PDPageLabelRange> ranges) {
        this.ranges = ranges;
    }

    static PageLabels of(PDDocument document) throws IOException {
        PDPageLabels known = document.getDocumentCatalog().getPageLabels();
        if (known == null) {
            return NONE;
        }
        NavigableMap<Integer, PDPageLabelRange> ranges = new TreeMap<>();
        for (int start : known.getPageIndices()) {
            ranges.put(start, known.getPageLabelRange(start));
        }
        return new PageLabels(ranges);
    }

    /** The label of a page; empty if it has none. */
    Optional<String> of(int page) {
        Map.Entry<Integer, PDPageLabelRange> range = ranges.floorEntry(page);
        if (range == null || range.getValue() == null) {
            return Optional.empty();
        }
        String prefix = Optional.ofNullable(range.getValue().getPrefix()).orElse("");
        String style = Optional.ofNullable(range.getValue().getStyle()).orElse("");
        String label = prefix + number(range.getValue().getStart() + page - range.getKey(), style);
        // Some end in zero bytes.
        return Optional.of(label.replace("\0", "").strip()).filter(each -> !each.isEmpty());
    }

    private static String number(int number, String style) {
        boolean spelled = number > 0 && number <= MOST_SPELLED;
        return switch (style) {
            case PDPageLabelRange.STYLE_ROMAN_LOWER -> spelled ? roman(number) : Integer.toString(number);
            case PDPageLabelRange.STYLE_ROMAN_UPPER ->
                spelled ? roman(number).toUpperCase(Locale.ROOT) : Integer.toString(number);
            case PDPageLabelRange.STYLE_LETTERS_LOWER -> spelled ? letters(number) : Integer.toString(number);
            case PDPageLabelRange.STYLE_LETTERS_UPPER ->
                spelled ? letters(number).toUpperCase(Locale.ROOT) : Integer.toString(number);
            case "" -> "";
            default -> Integer.toString(number);
        };
    }

    private static String roman(int number) {
        StringBuilder roman = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMANS.length; i++) {
            roman.append(ROMANS[i].repeat(left / ROMAN_VALUES[i]));
            left %= ROMAN_VALUES[i];
        }
        return roman.toString();
    }

    /** a to z, then aa to zz. */
    private static String letters(int number) {
        return Character.toString('a' + (number - 1) % 26).repeat((number - 1) / 26 + 1);
    }
}
