package netreader.format.pdf.jpx;

import static netreader.format.pdf.jpx.TestPictures.bytes;
import static netreader.format.pdf.jpx.TestPictures.read;
import static netreader.format.pdf.jpx.TestPictures.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpxDamageTest {
    private static final int SIZE_IN_CODESTREAM = 8;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgb.jp2",
                "tiles.jp2",
                "modes.jp2",
                "bypass.jp2",
                "order-changes.jp2",
                "region.j2k",
                "precincts.jp2",
                "tile-parts.jp2",
                "lossy.jp2",
                "cmyk.j2k",
                "subsampled.jp2",
                "one-bit.jp2"
            })
    void damageEndsInAPictureOrAnIoException(String name) throws Exception {
        byte[] whole = bytes(name);
        for (int seed = 0; seed < 60; seed++) {
            byte[] damaged = damaged(whole, new Random(seed));
            int step = 1 + seed % 3;
            assertTimeout(Duration.ofSeconds(60), () -> {
                try {
                    assertTrue(read(damaged, step).getWidth() > 0);
                } catch (IOException e) {
                    assertTrue(e.getMessage().contains("JPEG 2000"), e.getMessage());
                }
            });
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        byte[] damaged = whole.clone();
        int within = random.nextBoolean() ? Math.min(200, whole.length) : whole.length;
        for (int i = random.nextInt(12); i >= 0; i--) {
            damaged[random.nextInt(within)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    @Test
    void aTruncatedPictureIsShownAsFarAsItCame() throws Exception {
        byte[] whole = bytes("precincts.jp2");
        BufferedImage image = read(Arrays.copyOf(whole, whole.length * 3 / 4));
        long sum = 0;
        for (int y = 0; y < TestPictures.HEIGHT; y++) {
            for (int x = 0; x < TestPictures.WIDTH; x++) {
                sum += Math.abs(image.getRaster().getSample(x, y, 0) - sample(0, x, y));
            }
        }
        assertTrue(sum / (TestPictures.HEIGHT * TestPictures.WIDTH) < 30, "mean difference " + sum);
    }

    @Test
    void aPictureThatIsTooLargeIsRefusedByItsHeader() throws Exception {
        byte[] huge = bytes("codestream.j2k");
        for (int at : new int[] {SIZE_IN_CODESTREAM, SIZE_IN_CODESTREAM + 4, 24, 28}) {
            huge[at + 2] = 0x60;
        }
        IOException refused =
                assertThrows(IOException.class, () -> TestPictures.reader(huge).getWidth(0));
        assertEquals("A JPEG 2000 picture of 607 million pixels is too large", refused.getMessage());
    }

    @Test
    void interruptingTheReaderEndsTheDecoding() throws Exception {
        ImageReader reader = TestPictures.reader(bytes("rgb.jp2"));
        Thread.currentThread().interrupt();
        try {
            assertThrows(Cancelled.class, () -> reader.read(0));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void whatIsNoPictureIsSaidSo() {
        assertEquals(
                "Not a JPEG 2000 picture",
                assertThrows(IOException.class, () -> read(new byte[500])).getMessage());
    }
}
