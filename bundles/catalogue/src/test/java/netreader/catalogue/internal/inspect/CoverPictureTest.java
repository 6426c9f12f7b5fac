package netreader.catalogue.internal.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import netreader.catalogue.Cover;
import netreader.catalogue.internal.store.CoverSizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverPictureTest {
    @TempDir
    private Path folder;

    @Test
    void aCoverIsMadeInTwoSizes() throws Exception {
        CoverSizes cover = CoverPicture.of(new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB));
        assertEquals(240, picture(cover.small()).getHeight());
        assertEquals(180, picture(cover.small()).getWidth());
        assertEquals(480, picture(cover.large().orElseThrow()).getHeight());
    }

    @Test
    void aSmallPictureIsKeptOnceAndNotMadeLarger() throws Exception {
        CoverSizes cover = CoverPicture.of(new BufferedImage(90, 120, BufferedImage.TYPE_INT_RGB));
        assertEquals(120, picture(cover.best()).getHeight());
        assertEquals(Optional.empty(), cover.large());
    }

    @Test
    void aWebPictureIsACover() throws Exception {
        BufferedImage picture =
                picture(CoverPicture.read(resource("cover.webp")).best());
        assertEquals(400, picture.getHeight());
        int middle = picture.getRGB(150, 200);
        assertTrue((middle >> 8 & 0xff) > 200, Integer.toHexString(middle)); // nearly white, on red
        int corner = picture.getRGB(5, 5);
        assertTrue((corner >> 8 & 0xff) < 100, Integer.toHexString(corner));
    }

    @Test
    void whatIsTransparentBecomesWhite() throws Exception {
        BufferedImage picture =
                picture(CoverPicture.read(resource("clear.webp")).best());
        assertTrue((picture.getRGB(15, 20) & 0xff) > 250 && (picture.getRGB(15, 20) >> 16 & 0xff) > 250);
    }

    @Test
    void aPictureOfTooManyPixelsIsRefusedBeforeItIsDecoded() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB), "png", png);
        ByteBuffer header = ByteBuffer.wrap(png.toByteArray());
        header.putInt(16, 60_000).putInt(20, 60_000);
        Path bomb = Files.write(folder.resolve("bomb.png"), header.array());
        IOException refused = assertThrows(IOException.class, () -> CoverPicture.read(bomb));
        assertTrue(refused.getMessage().contains("50 million"), refused.getMessage());
    }

    @Test
    void whatIsNoPictureIsSaidToBeNone() throws Exception {
        Path text = Files.writeString(folder.resolve("a.jpg"), "no picture at all");
        IOException refused = assertThrows(IOException.class, () -> CoverPicture.read(text));
        assertTrue(refused.getMessage().contains("no picture"), refused.getMessage());
    }

    private Path resource(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = CoverPictureTest.class.getResourceAsStream("/" + name)) {
            Files.copy(in, copy);
        }
        return copy;
    }

    private static BufferedImage picture(Cover cover) throws IOException {
        byte[] bytes = new byte[cover.image().remaining()];
        cover.image().get(bytes);
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }
}
