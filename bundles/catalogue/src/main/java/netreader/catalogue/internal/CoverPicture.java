package netreader.catalogue.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import netreader.catalogue.Cover;

/** Makes covers from pictures: small, JPEG, and never more work than a cover is worth. */
final class CoverPicture {
    private static final Logger LOG = System.getLogger(CoverPicture.class.getName());

    /** The longer side of a cover. */
    static final int MAX_PIXELS = 480;

    private static final List<String> EXTENSIONS = List.of("jpg", "jpeg", "png", "JPG", "JPEG", "PNG");
    private static final long MAX_FILE_BYTES = 32L << 20;
    private static final long MAX_SOURCE_PIXELS = 100_000_000;

    private CoverPicture() {}

    /** The cover from the picture of the same name beside a book. */
    static Optional<Cover> beside(Path book) {
        String file = book.getFileName().toString();
        String stem = file.substring(0, Math.max(0, file.lastIndexOf('.')));
        for (String extension : EXTENSIONS) {
            Path picture = book.resolveSibling(stem + "." + extension);
            if (Files.isRegularFile(picture)) {
                try {
                    return of(read(picture));
                } catch (IOException | RuntimeException | OutOfMemoryError e) { // ImageIO's readers throw them all
                    LOG.log(Level.WARNING, "The cover {0} cannot be used: {1}", picture, e.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Cover> of(Optional<BufferedImage> picture) throws IOException {
        if (picture.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(scaled(picture.get()), "jpeg", jpeg);
        return Optional.of(new Cover("image/jpeg", ByteBuffer.wrap(jpeg.toByteArray())));
    }

    private static Optional<BufferedImage> read(Path picture) throws IOException {
        if (Files.size(picture) > MAX_FILE_BYTES) {
            throw new IOException("it is larger than 32 MiB");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("it is no picture that Java can read");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > MAX_SOURCE_PIXELS) {
                    throw new IOException("it has more than 100 million pixels");
                }
                ImageReadParam parameters = reader.getDefaultReadParam();
                int step = (int) Math.max(1, Math.max(width, height) / (2L * MAX_PIXELS));
                parameters.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(reader.read(0, parameters));
            } finally {
                reader.dispose();
            }
        }
    }

    /** Scaled down if need be, without transparency, which JPEG cannot keep. */
    private static BufferedImage scaled(BufferedImage picture) {
        double scale = Math.min(1.0, (double) MAX_PIXELS / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage cover = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = cover.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return cover;
    }
}
