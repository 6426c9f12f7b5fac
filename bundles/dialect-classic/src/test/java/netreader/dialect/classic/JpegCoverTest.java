package netreader.dialect.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import netreader.catalogue.Cover;
import org.junit.jupiter.api.Test;

class JpegCoverTest {
    @Test
    void aPngBecomesAJpegOnWhite() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_ARGB), "png", png);
        ByteBuffer jpeg = JpegCover.of(new Cover("image/png", ByteBuffer.wrap(png.toByteArray())));
        assertEquals((short) 0xFFD8, jpeg.getShort(0));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg.array()));
        assertEquals(40, picture.getHeight());
        assertEquals(0xFFFFFFFF, picture.getRGB(5, 5));
    }

    @Test
    void aJpegStaysAsItIs() throws Exception {
        ByteBuffer image = ByteBuffer.wrap(new byte[] {1, 2, 3});
        assertEquals(image, JpegCover.of(new Cover("image/jpeg", image)));
    }

    @Test
    void whatIsNoPictureIsASentence() {
        Cover broken = new Cover("image/png", ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThrows(RequestException.class, () -> JpegCover.of(broken));
    }
}
