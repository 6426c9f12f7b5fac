package netreader.format.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Tells from an image's description, before anything is decoded, whether it would take more memory than it may. */
final class ImageBudget {
    private static final long LEAST_BYTES = 64L << 20;
    private static final long MOST_BYTES = 1L << 30;

    /** More pixels than any scanner makes; a file that says so means harm. */
    private static final long MOST_PIXELS = 1L << 30;

    /** Where the size of a JPEG 2000 image stands: soon, or the file is odd. */
    private static final int JPX_HEADER = 4096;

    /** These are decoded line by line into the size that is wanted; of others, all samples are there at once. */
    private static final List<COSName> DECODED_SMALL =
            List.of(COSName.DCT_DECODE, COSName.DCT_DECODE_ABBREVIATION, COSName.JPX_DECODE);

    private ImageBudget() {}

    /**
     * @param subsampling only each so many-th pixel and line is wanted, 1 or more
     */
    static boolean allows(COSDictionary image, int subsampling) {
        return fits(image, subsampling, COSName.SMASK)
                && fits(image, subsampling, COSName.MASK)
                && fits(image, subsampling);
    }

    private static boolean fits(COSDictionary image, int subsampling, COSName mask) {
        COSStream found = image.getCOSStream(mask);
        return found == null || fits(found, subsampling);
    }

    private static boolean fits(COSDictionary image, int subsampling) {
        long width = image.getInt(COSName.WIDTH, COSName.W, 0);
        long height = image.getInt(COSName.HEIGHT, COSName.H, 0);
        COSName filter = lastFilter(image);
        long pixels = Math.max(0, width) * Math.max(0, height);
        if (COSName.JPX_DECODE.equals(filter) && image instanceof COSStream stream) {
            pixels = Math.max(pixels, jpxPixels(stream));
        }
        long bits = image.getInt(COSName.BITS_PER_COMPONENT, COSName.BPC, 1) * components(image);
        long decoded = filter != null && DECODED_SMALL.contains(filter) ? 0 : pixels * Math.max(1, bits) / 8;
        long painted = pixels / subsampling / subsampling * Integer.BYTES;
        long budget =
                Math.max(LEAST_BYTES, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 3));
        return pixels <= MOST_PIXELS && decoded + painted <= budget;
    }

    /** What the colour space takes at most, without looking into it. */
    private static long components(COSDictionary image) {
        COSBase space = image.getDictionaryObject(COSName.COLORSPACE, COSName.CS);
        boolean one = image.getBoolean(COSName.IMAGE_MASK, false)
                || COSName.DEVICEGRAY.equals(space)
                || COSName.G.equals(space)
                || (space instanceof COSArray array
                        && (COSName.INDEXED.equals(array.getObject(0)) || COSName.I.equals(array.getObject(0))));
        return one ? 1 : COSName.DEVICECMYK.equals(space) ? 4 : 3;
    }

    /** Bytes that the samples of an image take at most; all that its stream need become. */
    static long samples(COSDictionary image) {
        long width = Math.max(0, image.getInt(COSName.WIDTH, COSName.W, 0));
        long height = Math.max(0, image.getInt(COSName.HEIGHT, COSName.H, 0));
        long bits = Math.max(Byte.SIZE, image.getInt(COSName.BITS_PER_COMPONENT, COSName.BPC, 1));
        COSBase space = image.getDictionaryObject(COSName.COLORSPACE, COSName.CS);
        long inks = space instanceof COSArray array && array.size() > 1 && array.getObject(1) instanceof COSArray names
                ? names.size()
                : 0;
        return Math.min(MOST_BYTES, width * height * bits / Byte.SIZE * Math.max(4, inks));
    }

    private static COSName lastFilter(COSDictionary image) {
        COSBase filter = image.getDictionaryObject(COSName.FILTER, COSName.F);
        if (filter instanceof COSArray several && several.size() > 0) {
            filter = several.getObject(several.size() - 1);
        }
        return filter instanceof COSName name ? name : null;
    }

    /** The pixels that the image itself claims to have, by its SIZ marker; 0 if that is not found. */
    private static long jpxPixels(COSStream stream) {
        byte[] start;
        try (InputStream raw = stream.createRawInputStream()) {
            start = raw.readNBytes(JPX_HEADER);
        } catch (IOException e) {
            return 0;
        }
        for (int i = 0; i + 24 < start.length; i++) {
            boolean size = word(start, i) == 0xFF4FFF51;
            if (size) {
                long width = Integer.toUnsignedLong(word(start, i + 8)) - Integer.toUnsignedLong(word(start, i + 16));
                long height = Integer.toUnsignedLong(word(start, i + 12)) - Integer.toUnsignedLong(word(start, i + 20));
                return Math.multiplyHigh(width, height) == 0 ? width * height : Long.MAX_VALUE / Long.SIZE;
            }
        }
        return 0;
    }

    private static int word(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }
}
