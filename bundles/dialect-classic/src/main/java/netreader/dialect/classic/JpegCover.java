package netreader.dialect.classic;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import netreader.catalogue.Cover;

/** A cover as its name in the report promises, a JPEG. */
final class JpegCover {
    private static final String JPEG = "image/jpeg";

    private JpegCover() {}

    static ByteBuffer of(Cover cover) throws RequestException {
        if (cover.mediaType().equals(JPEG)) {
            return cover.image();
        }
        byte[] image = new byte[cover.image().remaining()];
        cover.image().get(image);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            BufferedImage picture = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(image)));
            if (picture == null || !ImageIO.write(opaque(picture), "jpeg", out)) {
                throw new RequestException("The cover is a " + cover.mediaType() + " and no JPEG can be made of it");
            }
        } catch (IOException e) { // not the connection's
            throw new RequestException("The cover cannot be read: " + e.getMessage());
        }
        return ByteBuffer.wrap(jpeg.toByteArray());
    }

    /** JPEG keeps no transparency. */
    private static BufferedImage opaque(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }
}
