package netreader.catalogue.internal.inspect;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import netreader.catalogue.internal.store.CoverSizes;

/** Makes covers from pictures: small, JPEG, and never more work than a cover is worth. */
public final class CoverPicture {
    private static final List<String> EXTENSIONS = List.of("jpg", "jpeg", "png", "webp", "JPG", "JPEG", "PNG", "WEBP");
    private static final long MAX_FILE_BYTES = 32L << 20;
    private static final long MAX_SOURCE_PIXELS = 50_000_000;

    private CoverPicture() {}

    /** Of several pictures that have a book's name the one with the lowest number is its cover; negative if none is. */
    public static int rank(String extension) {
        return EXTENSIONS.indexOf(extension);
    }

    /** The picture of the same name beside a book's file. */
    public static Optional<Path> beside(Path book) {
        String file = book.getFileName().toString();
        String stem = file.substring(0, Math.max(0, file.lastIndexOf('.')));
        return EXTENSIONS.stream()
                .map(extension -> book.resolveSibling(stem + "." + extension))
                .filter(picture -> Files.isRegularFile(picture, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    /** @throws IOException if it is no picture that can be a cover; other throwables come from the decoders too */
    public static CoverSizes read(Path picture) throws IOException {
        if (Files.size(picture) > MAX_FILE_BYTES) {
            throw new IOException("it is larger than 32 MiB");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > MAX_SOURCE_PIXELS) {
                    throw new IOException("it has more than 50 million pixels");
                }
                ImageReadParam parameters = reader.getDefaultReadParam();
                int step = (int) Math.max(1, Math.max(width, height) / (2L * CoverSizes.LARGE_PIXELS));
                parameters.setSourceSubsampling(step, step, 0, 0);
                return of(reader.read(0, parameters));
            } finally {
                reader.dispose();
            }
        }
    }

    /** A reader for WebP is the bundle's own and known to nobody else. */
    private static ImageReader reader(ImageInputStream in) throws IOException {
        ImageReaderSpi webp = new WebPImageReaderSpi();
        if (webp.canDecodeInput(in)) {
            return webp.createReaderInstance();
        }
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new IOException("it is no picture that Java can read");
        }
        return readers.next();
    }

    static CoverSizes of(BufferedImage picture) throws IOException {
        ByteBuffer small = jpeg(picture, CoverSizes.SMALL_PIXELS);
        boolean more = Math.max(picture.getWidth(), picture.getHeight()) > CoverSizes.SMALL_PIXELS;
        return CoverSizes.of(small, more ? Optional.of(jpeg(picture, CoverSizes.LARGE_PIXELS)) : Optional.empty());
    }

    private static ByteBuffer jpeg(BufferedImage picture, int maxPixels) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            ImageIO.write(scaled(picture, maxPixels), "jpeg", out);
        }
        return ByteBuffer.wrap(jpeg.toByteArray());
    }

    /** Scaled down if need be, without transparency, which JPEG cannot keep. */
    private static BufferedImage scaled(BufferedImage picture, int maxPixels) {
        double scale = Math.min(1.0, (double) maxPixels / Math.max(picture.getWidth(), picture.getHeight()));
        BufferedImage current = picture;
        while (scale < 0.5) { // one step over more than a half drops pixels
            current = resized(current, 0.5);
            scale = Math.min(1.0, (double) maxPixels / Math.max(current.getWidth(), current.getHeight()));
        }
        return resized(current, scale);
    }

    private static BufferedImage resized(BufferedImage picture, double scale) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return target;
    }
}
