package netreader.format.archive;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * What stands in front of a JPEG's pixels and is no matter of its decoder.
 *
 * @param progressive whether its pixels come in passes, so that a decoder holds them all
 */
record JpegHeader(Orientation orientation, boolean progressive) {
    /** Of pictures of another kind as well. */
    private static final JpegHeader NONE = new JpegHeader(Orientation.UPRIGHT, false);

    /** Reads the header, and leaves the stream where it was; what is broken in it counts as not being there. */
    static JpegHeader of(ImageInputStream in) throws IOException {
        in.mark();
        try {
            if (in.readUnsignedShort() != JPEG.SOI) {
                return NONE;
            }
            in.seek(in.getStreamPosition() - 2);
            List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(
                    in, Map.of(JPEG.APP1, List.of("Exif"), JPEG.SOF2, JPEGSegmentUtil.ALL_IDS));
            boolean progressive = segments.stream().anyMatch(each -> each.marker() == JPEG.SOF2);
            return new JpegHeader(orientation(segments), progressive);
        } catch (Failures.SourceFailure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return NONE; // the decoder says what is wrong with it
        } finally {
            in.reset();
        }
    }

    private static Orientation orientation(List<JPEGSegment> segments) {
        for (JPEGSegment segment : segments) {
            if (segment.marker() == JPEG.APP1) {
                return orientation(segment);
            }
        }
        return Orientation.UPRIGHT;
    }

    private static Orientation orientation(JPEGSegment exif) {
        try (InputStream bytes = exif.data()) {
            int padding = bytes.read();
            try (ImageInputStream tiff = new MemoryCacheImageInputStream(bytes)) {
                Directory directory = new TIFFReader().read(tiff);
                Entry entry = padding < 0 ? null : directory.getEntryById(TIFF.TAG_ORIENTATION);
                return entry != null && entry.getValue() instanceof Number number
                        ? Orientation.of(number.intValue())
                        : Orientation.UPRIGHT;
            }
        } catch (IOException | RuntimeException e) {
            return Orientation.UPRIGHT;
        }
    }
}
