package netreader.format.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/** Widths of the glyphs of a CID font, of which PDFBox writes out each range: {@code [0 2000000000 500]} fills the heap. */
final class CidWidths {
    /** Glyphs have numbers of two bytes. */
    private static final int LAST_CID = 0xFFFF;

    /** Widths that a font writes out; more than that are of ranges over each other. */
    private static final long MOST = 1 << 20;

    private CidWidths() {}

    /** Looks at an object that was just read: a CID font, or a font with one in it. */
    static void bound(COSBase object) {
        if (object instanceof COSDictionary font) {
            COSName kind = font.getCOSName(COSName.SUBTYPE);
            if (COSName.CID_FONT_TYPE0.equals(kind) || COSName.CID_FONT_TYPE2.equals(kind)) {
                COSArray widths = font.getCOSArray(COSName.W);
                if (widths != null && ranges(widths) > MOST) {
                    font.removeItem(COSName.W);
                }
            } else if (COSName.TYPE0.equals(kind)
                    && font.getItem(COSName.DESCENDANT_FONTS) instanceof COSArray descendants
                    && descendants.size() > 0) {
                bound(descendants.get(0));
            }
        }
    }

    /** Ends ranges with the last glyph that there may be; returns how many widths are left. */
    private static long ranges(COSArray widths) {
        long sum = 0;
        int at = 0;
        while (at + 1 < widths.size()) {
            COSBase next = widths.getObject(at + 1);
            if (next instanceof COSArray several) {
                sum += several.size();
                at += 2;
            } else {
                int first = number(widths.getObject(at));
                int last = number(next);
                if (last > LAST_CID || first < 0) {
                    last = Math.min(last, LAST_CID);
                    first = Math.max(first, 0);
                    widths.set(at, COSInteger.get(first));
                    widths.set(at + 1, COSInteger.get(last));
                }
                sum += Math.max(0, last - first + 1);
                at += 3;
            }
        }
        return sum;
    }

    private static int number(COSBase number) {
        return number instanceof COSNumber known ? known.intValue() : 0;
    }
}
