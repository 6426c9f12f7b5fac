package netreader.format.pdf;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;

/** Small things that PDFBox's objects lack. */
final class Cos {
    private Cos() {}

    /** What a reference leads to, or the object itself; null for nothing. */
    static COSBase value(COSBase base) {
        COSBase value = base instanceof COSObject reference ? reference.getObject() : base;
        return value == COSNull.NULL ? null : value;
    }
}
