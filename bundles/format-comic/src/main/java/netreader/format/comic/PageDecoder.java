package netreader.format.comic;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Work;

/** Decodes the pictures of a comic, and keeps the last one for the next size in which it is wanted. One thread at a time. */
final class PageDecoder {
    /** What a decoder has to go through at most, whatever is kept of it. */
    private static final long MOST_PIXELS = 400_000_000;

    /** What is kept of a picture; more is left out while it is decoded. */
    private static final long KEPT_PIXELS = 32_000_000;

    private final PictureArchive archive;
    private SoftReference<Decoded> last = new SoftReference<>(null);

    record Pixels(int width, int height) {}

    private record Decoded(int page, BufferedImage picture) {}

    private interface Reading<T> {
        T read(ImageReader reader) throws IOException, FormatException;
    }

    PageDecoder(PictureArchive archive) {
        this.archive = archive;
    }

    /** The size of a page's picture, for which only its header is read. */
    Pixels size(int page) throws FormatException {
        return use(page, reader -> new Pixels(reader.getWidth(0), reader.getHeight(0)));
    }

    /** A page's picture, with not many more pixels than are wanted. */
    BufferedImage picture(int page, int width, int height, Work work) throws FormatException {
        BufferedImage picture = whole(page, work);
        // One step over more than a half would drop pixels, and lines with them.
        while (picture.getWidth() >= 2 * width && picture.getHeight() >= 2 * height && picture.getWidth() > 2) {
            work.check();
            picture = half(picture);
        }
        return picture;
    }

    private BufferedImage whole(int page, Work work) throws FormatException {
        Decoded decoded = last.get();
        if (decoded != null && decoded.page() == page) {
            return decoded.picture();
        }
        BufferedImage picture = use(page, reader -> {
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                throw new FormatException(Reason.TOO_COSTLY, "The picture of this page is too large");
            }
            int step = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
            ImageReadParam parameters = reader.getDefaultReadParam();
            parameters.setSourceSubsampling(step, step, 0, 0);
            reader.addIIOReadProgressListener(new StopWhenCancelled(work));
            BufferedImage read = reader.read(0, parameters);
            work.check();
            return read;
        });
        last = new SoftReference<>(new Decoded(page, picture));
        return picture;
    }

    private <T> T use(int page, Reading<T> reading) throws FormatException {
        try (InputStream bytes = archive.picture(page);
                ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
            ImageReader reader = reader(in).orElseThrow(() -> unreadable(page));
            try {
                reader.setInput(in, true, true);
                return reading.read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw Failures.of(e, "The picture of this page");
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

    private FormatException unreadable(int page) {
        String name = archive.pages().get(page).name();
        String kind = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return switch (kind) {
            case "AVIF", "JXL", "HEIC", "JP2" ->
                new FormatException(
                        Reason.UNSUPPORTED, "The picture of this page is " + kind + ", which cannot be read here");
            default -> new FormatException(Reason.DAMAGED, "The picture of this page is damaged, or no picture");
        };
    }

    private static BufferedImage half(BufferedImage picture) {
        int width = Math.max(1, picture.getWidth() / 2);
        int height = Math.max(1, picture.getHeight() / 2);
        BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = half.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return half;
    }

    void forget() {
        last.clear();
    }

    /** Ends a picture that nobody wants any more where it is. */
    private record StopWhenCancelled(Work work) implements IIOReadProgressListener {
        @Override
        public void imageProgress(ImageReader reader, float percent) {
            if (work.cancelled()) {
                reader.abort();
            }
        }

        @Override
        public void sequenceStarted(ImageReader reader, int index) {}

        @Override
        public void sequenceComplete(ImageReader reader) {}

        @Override
        public void imageStarted(ImageReader reader, int index) {}

        @Override
        public void imageComplete(ImageReader reader) {}

        @Override
        public void thumbnailStarted(ImageReader reader, int index, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageReader reader, float percent) {}

        @Override
        public void thumbnailComplete(ImageReader reader) {}

        @Override
        public void readAborted(ImageReader reader) {}
    }
}
