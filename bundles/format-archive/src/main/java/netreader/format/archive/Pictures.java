package netreader.format.archive;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Work;

/** Decodes pictures, WebP too, within bounds of memory. Any thread. */
public final class Pictures {
    /** What a decoder has to go through at most, whatever is kept of it. */
    private static final long MOST_PIXELS = 400_000_000;

    /** What is kept of a picture; more is left out while it is decoded. */
    private static final long KEPT_PIXELS = 32_000_000;

    private Pictures() {}

    /** Of a JPEG in passes: its decoder has all of it in memory that the JVM does not count, six bytes a pixel. */
    private static final long MOST_PROGRESSIVE_PIXELS = 40_000_000;

    /** Width and height in pixels, each 1 or more. */
    public record Pixels(int width, int height) {}

    private interface Reading<T> {
        T read(ImageReader reader, JpegHeader header) throws IOException, FormatException;
    }

    /**
     * The size of a picture as it is seen, for which only its header is read.
     *
     * @param what such as "The picture of this page"; begins the sentence of a failure
     * @throws FormatException DAMAGED, UNSUPPORTED, TOO_COSTLY, IO
     */
    public static Pixels size(Archive archive, Archive.Entry entry, String what) throws FormatException {
        return use(archive, entry, what, sizing(what));
    }

    /** As {@link #size(Archive, Archive.Entry, String)}, for a picture that lies in no file of its own. */
    public static Pixels size(byte[] picture, String what) throws FormatException {
        return use(new ByteArrayInputStream(picture), "", what, sizing(what));
    }

    private static Reading<Pixels> sizing(String what) {
        return (reader, header) -> {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < 1 || height < 1) {
                throw new FormatException(Reason.DAMAGED, what + " is damaged");
            }
            return header.orientation().isTurnedBySide() ? new Pixels(height, width) : new Pixels(width, height);
        };
    }

    /**
     * A picture with all its pixels, upright; of a very large one every second, third and so on.
     *
     * @param what such as "The picture of this page"; begins the sentence of a failure
     * @throws FormatException DAMAGED, UNSUPPORTED, TOO_COSTLY, IO, CANCELLED
     */
    public static BufferedImage read(Archive archive, Archive.Entry entry, String what, Work work)
            throws FormatException {
        return use(archive, entry, what, decoding(what, work));
    }

    /** As {@link #read(Archive, Archive.Entry, String, Work)}, for a picture that lies in no file of its own. */
    public static BufferedImage read(byte[] picture, String what, Work work) throws FormatException {
        return use(new ByteArrayInputStream(picture), "", what, decoding(what, work));
    }

    private static Reading<BufferedImage> decoding(String what, Work work) {
        return (reader, header) -> {
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS || (header.progressive() && pixels > MOST_PROGRESSIVE_PIXELS)) {
                throw new FormatException(Reason.TOO_COSTLY, what + " is too large");
            }
            int step = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            reader.addIIOReadProgressListener(new StopWhenCancelled(work));
            BufferedImage picture = reader.read(0, parameters);
            work.check();
            return header.orientation().applied(ScreenColors.of(picture));
        };
    }

    /** The picture with not many more pixels than are wanted; the same one if it has not. */
    public static BufferedImage reduced(BufferedImage picture, int width, int height, Work work)
            throws FormatException {
        BufferedImage reduced = picture;
        // One step over more than a half would drop pixels, and lines with them.
        while (reduced.getWidth() >= 2 * width && reduced.getHeight() >= 2 * height && reduced.getWidth() > 2) {
            work.check();
            reduced = half(reduced);
        }
        return reduced;
    }

    private static <T> T use(Archive archive, Archive.Entry entry, String what, Reading<T> reading)
            throws FormatException {
        try (InputStream bytes = archive.stream(entry, what)) {
            return use(bytes, entry.name(), what, reading);
        } catch (IOException e) {
            throw Failures.of(e, what);
        }
    }

    private static <T> T use(InputStream bytes, String name, String what, Reading<T> reading) throws FormatException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
            ImageReader reader = reader(in).orElseThrow(() -> unreadable(name, what));
            try {
                JpegHeader header = JpegHeader.of(in);
                reader.setInput(in, true, true);
                return reading.read(reader, header);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw Failures.of(e, what);
        }
    }

    /** A reader for WebP is the bundle's own and known to nobody else. */
    private static Optional<ImageReader> reader(ImageInputStream in) throws IOException {
        ImageReaderSpi webp = new WebPImageReaderSpi();
        if (webp.canDecodeInput(in)) {
            return Optional.of(webp.createReaderInstance());
        }
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        return readers.hasNext() ? Optional.of(readers.next()) : Optional.empty();
    }

    private static FormatException unreadable(String name, String what) {
        String kind = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return switch (kind) {
            case "AVIF", "JXL", "HEIC", "JP2" ->
                new FormatException(Reason.UNSUPPORTED, what + " is " + kind + ", which cannot be read here");
            default -> new FormatException(Reason.DAMAGED, what + " is damaged, or no picture");
        };
    }

    private static BufferedImage half(BufferedImage picture) {
        int width = Math.max(1, picture.getWidth() / 2);
        int height = Math.max(1, picture.getHeight() / 2);
        BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = half.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return half;
    }
}
