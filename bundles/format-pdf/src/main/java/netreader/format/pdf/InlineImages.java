package netreader.format.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.graphics.BeginInlineImage;
import org.apache.pdfbox.contentstream.operator.graphics.GraphicsOperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;

/** Images within a content stream. PDFBox decodes them before anyone is asked whether they fit. */
final class InlineImages extends GraphicsOperatorProcessor {
    /** What this few bytes may become does no harm. */
    private static final int SMALL = 1 << 14;

    private final BeginInlineImage pdfBox;
    private final PageBrush brush;
    private final DecodingBudget budget;

    InlineImages(PageBrush brush, DecodingBudget budget) {
        super(brush);
        this.pdfBox = new BeginInlineImage(brush);
        this.brush = brush;
        this.budget = budget;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
        COSDictionary description = operator.getImageParameters();
        byte[] data = operator.getImageData();
        if (description == null || data == null || fits(description, data)) {
            pdfBox.process(operator, operands);
        } else {
            brush.box();
        }
    }

    private boolean fits(COSDictionary description, byte[] data) throws IOException {
        if (!ImageBudget.allows(description, 1)) {
            return false;
        }
        COSBase filters = description.getDictionaryObject(COSName.FILTER, COSName.F);
        if (data.length <= SMALL || filters == null) {
            return true;
        }
        RandomAccessReadBuffer encoded = new RandomAccessReadBuffer(data);
        BoundedStream stream = new BoundedStream(new RandomAccessReadView(encoded, 0, data.length, true), budget);
        description.forEach(stream::setItem);
        stream.setItem(COSName.FILTER, filters);
        stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
        return !stream.hasMoreThanItsSamples();
    }

    @Override
    public String getName() {
        return OperatorName.BEGIN_INLINE_IMAGE;
    }
}
