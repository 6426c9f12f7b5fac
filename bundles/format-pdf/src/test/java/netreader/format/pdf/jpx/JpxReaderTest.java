package netreader.format.pdf.jpx;

import static netreader.format.pdf.jpx.TestPictures.HEIGHT;
import static netreader.format.pdf.jpx.TestPictures.WIDTH;
import static netreader.format.pdf.jpx.TestPictures.bytes;
import static netreader.format.pdf.jpx.TestPictures.read;
import static netreader.format.pdf.jpx.TestPictures.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JpxReaderTest {
    /** By how much the image's numbers differ from the sample's at most. */
    private static int difference(BufferedImage image) {
        int most = 0;
        for (int channel = 0; channel < image.getRaster().getNumBands(); channel++) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    most = Math.max(most, Math.abs(image.getRaster().getSample(x, y, channel) - sample(channel, x, y)));
                }
            }
        }
        return most;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgb.jp2",
                "codestream.j2k",
                "tiles.jp2",
                "modes.jp2",
                "bypass.jp2",
                "order-changes.jp2",
                "region.j2k",
                "precincts.jp2",
                "tile-parts.jp2",
                "components.jp2"
            })
    void whatWasKeptExactlyComesOutExactly(String name) throws Exception {
        BufferedImage image = read(bytes(name));
        assertEquals(WIDTH, image.getWidth());
        assertEquals(HEIGHT, image.getHeight());
        assertEquals(3, image.getRaster().getNumBands());
        assertEquals(0, difference(image));
    }

    @Test
    void aLossyPictureComesNear() throws Exception {
        assertTrue(difference(read(bytes("lossy.jp2"))) <= 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"twelve-bits.jp2", "sixteen-bits.jp2"})
    void deepGreyIsGivenInEightBits(String name) throws Exception {
        BufferedImage image = read(bytes(name));
        assertEquals(8, image.getColorModel().getPixelSize());
        assertEquals(0, difference(image));
    }

    @Test
    void greyIsNoLighterThanItWas() throws Exception {
        BufferedImage image = read(bytes("sixteen-bits.jp2"));
        int shown = image.getRGB(30, 20) & 0xFF;
        assertEquals(sample(0, 30, 20), shown, 2);
    }

    @Test
    void cmykKeepsItsFourChannels() throws Exception {
        BufferedImage image = read(bytes("cmyk.j2k"));
        assertEquals(4, image.getRaster().getNumBands());
        assertEquals(0, difference(image));
        assertEquals(4 * WIDTH * HEIGHT, ((DataBufferByte) image.getRaster().getDataBuffer()).getData().length);
    }

    @Test
    void opacityStandsApartFromTheColours() throws Exception {
        BufferedImage image = read(bytes("opacity.jp2"));
        assertEquals(1, image.getRaster().getNumBands());
        assertEquals(0, difference(image));
        assertEquals(Transparency.TRANSLUCENT, image.getTransparency());
        assertEquals(sample(1, 50, 40), image.getAlphaRaster().getSample(50, 40, 0));
    }

    @Test
    void numbersOfFewBitsAreGivenAsTheyAre() throws Exception {
        for (String name : new String[] {"four-bits.j2k", "one-bit.jp2"}) {
            BufferedImage image = read(bytes(name));
            int bits = name.startsWith("one") ? 1 : 4;
            assertInstanceOf(IndexColorModel.class, image.getColorModel());
            assertEquals(bits, image.getColorModel().getPixelSize());
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(sample(0, x, 33) >> (8 - bits), image.getRaster().getSample(x, 33, 0));
            }
        }
    }

    @Test
    void aPaletteGivesItsColours() throws Exception {
        BufferedImage image = read(TestPictures.withPalette(bytes("four-bits.j2k")));
        assertEquals(3, image.getRaster().getNumBands());
        int number = sample(0, 44, 12) >> 4;
        int[] pixel = image.getRaster().getPixel(44, 12, new int[3]);
        assertEquals(16 * number, pixel[0]);
        assertEquals(255 - number, pixel[1]);
        assertEquals(number, pixel[2]);
    }

    @Test
    void differencesOfColourAreTurnedIntoColoursAndMadeLarger() throws Exception {
        BufferedImage image = read(bytes("subsampled.jp2"));
        int x = 60;
        int y = 20;
        double red = x * 2 + y + 1.402 * (y / 2 * 4 - 128);
        double blue = x * 2 + y + 1.772 * (x / 2 * 3 - 128);
        assertEquals(Math.max(0, red), image.getRaster().getSample(x, y, 0), 1);
        assertEquals(Math.max(0, blue), image.getRaster().getSample(x, y, 2), 1);
    }

    @Test
    void theSizeIsKnownFromTheHeader() throws Exception {
        byte[] whole = bytes("rgb.jp2");
        ImageReader reader = TestPictures.reader(Arrays.copyOf(whole, 160));
        assertEquals(WIDTH, reader.getWidth(0));
        assertEquals(HEIGHT, reader.getHeight(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 8, 100})
    void everySecondPixelOrFewerShowTheWholePicture(int step) throws Exception {
        for (String name : new String[] {"components.jp2", "tiles.jp2", "cmyk.j2k", "four-bits.j2k"}) {
            BufferedImage image = read(bytes(name), step);
            assertEquals((WIDTH + step - 1) / step, image.getWidth());
            assertEquals((HEIGHT + step - 1) / step, image.getHeight());
        }
        // The third channel is smooth: a mean of its pixels is near the pixel in their midst.
        BufferedImage image = read(bytes("components.jp2"), step);
        int x = image.getWidth() / 2;
        int y = image.getHeight() / 2;
        int midst = sample(2, Math.min(89, x * step + step / 2), Math.min(69, y * step + step / 2));
        assertTrue(step > 8 || Math.abs(midst - image.getRaster().getSample(x, y, 2)) < 16, "step " + step);
    }

    @Test
    void aRegionIsThatPartOfThePicture() throws Exception {
        ImageReader reader = TestPictures.reader(bytes("rgb.jp2"));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle(20, 10, 30, 25));
        BufferedImage image = reader.read(0, param);
        assertEquals(30, image.getWidth());
        assertEquals(25, image.getHeight());
        assertEquals(sample(1, 20 + 7, 10 + 9), image.getRaster().getSample(7, 9, 1));
    }

    @Test
    void bothFormsAreKnownByTheirFirstBytes() throws Exception {
        JpxReaderSpi spi = new JpxReaderSpi();
        assertTrue(spi.canDecodeInput(TestPictures.reader(bytes("rgb.jp2")).getInput()));
        assertTrue(
                spi.canDecodeInput(TestPictures.reader(bytes("codestream.j2k")).getInput()));
        assertNotNull(TestPictures.reader(bytes("rgb.jp2")).getImageTypes(0).next());
    }
}
