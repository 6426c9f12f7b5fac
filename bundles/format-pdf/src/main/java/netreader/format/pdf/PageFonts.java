package netreader.format.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;

/** Names the fonts of a page, without reading them. */
final class PageFonts {
    private static final int MOST = 20;

    private PageFonts() {}

    /** Such as {@code Garamond, Helvetica (not embedded)}; empty if the page has none. */
    static Optional<String> of(PDResources resources) {
        COSDictionary fonts =
                resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.FONT);
        if (fonts == null) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (COSName key : fonts.keySet()) {
            COSDictionary font = names.size() < MOST ? fonts.getCOSDictionary(key) : null;
            if (font != null) {
                named(font).filter(name -> !names.contains(name)).ifPresent(names::add);
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    private static Optional<String> named(COSDictionary font) {
        COSDictionary described = font;
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        if (descendants != null && descendants.size() > 0 && descendants.getObject(0) instanceof COSDictionary only) {
            described = only;
        }
        COSDictionary descriptor = described.getCOSDictionary(COSName.FONT_DESC);
        boolean embedded = COSName.TYPE3.equals(font.getCOSName(COSName.SUBTYPE))
                || (descriptor != null
                        && (descriptor.containsKey(COSName.FONT_FILE)
                                || descriptor.containsKey(COSName.FONT_FILE2)
                                || descriptor.containsKey(COSName.FONT_FILE3)));
        // Six letters and a plus sign stand before the name of a font of which only a part is here.
        return Optional.ofNullable(font.getNameAsString(COSName.BASE_FONT))
                .map(name -> name.replaceFirst("^[A-Z]{6}\\+", ""))
                .map(name -> embedded ? name : name + " (not embedded)");
    }
}
