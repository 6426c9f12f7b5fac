package netreader.format.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessInputStream;
import org.apache.pdfbox.io.RandomAccessOutputStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessReadWriteBuffer;

/**
 * A stream of a document, which is decoded as far as its budget goes. Decoders of images are none of its business, see
 * {@link ImageBudget}, but what is decoded before them is.
 */
final class BoundedStream extends COSStream {
    private static final Set<COSName> OF_IMAGES = Set.of(
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION,
            COSName.JPX_DECODE,
            COSName.JBIG2_DECODE);

    private static final int CHUNK = 1 << 12;

    /** Beyond the samples of an image: ends of lines, or a size that is a little wrong. */
    private static final int SLACK = 1 << 16;

    /** An image has all the samples that it may have, and more follow. */
    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final DecodingBudget budget;

    BoundedStream(RandomAccessReadView encoded, DecodingBudget budget) throws IOException {
        super(null, encoded);
        this.budget = budget;
    }

    @Override
    public COSInputStream createInputStream(DecodeOptions options) throws IOException {
        List<COSName> filters = filters();
        int plain = plain(filters);
        if (plain == 0) {
            return super.createInputStream(options);
        }
        boolean more = plain < filters.size();
        RandomAccessRead decoded = decode(filters.subList(0, plain), !more && isImage());
        if (more) {
            // PDFBox does it all again, now that it may: images with two filters are rare and small.
            decoded.close();
            return super.createInputStream(options);
        }
        return new COSStream(null, new RandomAccessReadView(decoded, 0, decoded.length(), true)).createInputStream();
    }

    @Override
    public RandomAccessRead createView() throws IOException {
        List<COSName> filters = filters();
        if (filters.isEmpty() || plain(filters) < filters.size()) {
            return super.createView();
        }
        return decode(filters, isImage());
    }

    /** Whether the filters before one for images make more of an image than its samples can be. */
    boolean hasMoreThanItsSamples() throws IOException {
        List<COSName> filters = filters();
        List<COSName> plain = filters.subList(0, plain(filters));
        if (plain.isEmpty()) {
            return false;
        }
        try (RandomAccessRead decoded = decode(plain, true)) {
            return decoded.length() >= ImageBudget.samples(this) + SLACK;
        }
    }

    /** As PDFBox has it: a filter that is named twice is applied once. */
    private List<COSName> filters() {
        List<COSName> names = new ArrayList<>();
        COSBase filters = getFilters();
        if (filters instanceof COSName only) {
            names.add(only);
        } else if (filters instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                if (several.getObject(i) instanceof COSName name && !names.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** How many filters come before one for images. */
    private static int plain(List<COSName> filters) {
        int plain = 0;
        while (plain < filters.size() && !OF_IMAGES.contains(filters.get(plain))) {
            plain++;
        }
        return plain;
    }

    private boolean isImage() {
        return COSName.IMAGE.equals(getCOSName(COSName.SUBTYPE));
    }

    /**
     * @param samples whether samples of an image come out, and need not be more than these
     */
    private RandomAccessRead decode(List<COSName> filters, boolean samples) throws IOException {
        long most = samples ? ImageBudget.samples(this) + SLACK : budget.of(this);
        InputStream encoded = createRawInputStream();
        RandomAccessReadWriteBuffer decoded = null;
        for (int i = 0; i < filters.size(); i++) {
            Filter filter = FilterFactory.INSTANCE.getFilter(filters.get(i));
            decoded = new RandomAccessReadWriteBuffer(CHUNK);
            try (InputStream in = encoded) {
                filter.decode(in, bounded(decoded, most, samples), this, i);
            } catch (Enough e) {
                // What follows is never looked at.
            }
            decoded.seek(0);
            encoded = new RandomAccessInputStream(decoded);
        }
        budget.hold(this, decoded.length());
        return decoded;
    }

    private OutputStream bounded(RandomAccessReadWriteBuffer decoded, long most, boolean samples) {
        OutputStream out = new RandomAccessOutputStream(decoded);
        if (!samples) {
            return budget.bounded(out, most);
        }
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                room(1);
                out.write(value);
            }

            @Override
            public void write(byte[] values, int offset, int length) throws IOException {
                out.write(values, offset, room(length));
            }

            private int room(int wanted) throws IOException {
                long left = most - decoded.length();
                if (left <= 0) {
                    throw new Enough();
                }
                return (int) Math.min(wanted, left);
            }
        };
    }
}
