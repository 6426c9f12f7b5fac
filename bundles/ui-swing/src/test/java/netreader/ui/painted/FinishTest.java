package netreader.ui.painted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class FinishTest {
    private static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 0xFF0000);
        picture.setRGB(2, 1, 0x0000FF);
        return picture;
    }

    private static int rgb(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    @Test
    void aPictureThatIsLeftAsItIsIsNotCopied() {
        BufferedImage picture = picture();
        assertSame(picture, Finish.NONE.apply(picture));
    }

    @Test
    void picturesAreTurnedToTheRight() {
        BufferedImage once = new Finish(1, false).apply(picture());
        assertEquals(2, once.getWidth());
        assertEquals(0xFF0000, rgb(once, 1, 0));
        assertEquals(0x0000FF, rgb(once, 0, 2));
        BufferedImage twice = new Finish(2, false).apply(picture());
        assertEquals(0xFF0000, rgb(twice, 2, 1));
        assertEquals(0x0000FF, rgb(twice, 0, 0));
        BufferedImage thrice = new Finish(3, false).apply(picture());
        assertEquals(0xFF0000, rgb(thrice, 0, 2));
        assertEquals(0x0000FF, rgb(thrice, 1, 0));
    }

    @Test
    void atNightLightIsDarkAndHuesStay() {
        int white = Finish.night(0xFFFFFF);
        int black = Finish.night(0x000000);
        assertTrue((white & 0xFF) < 0x20 && (black & 0xFF) > 0xD0);
        for (int rgb : new int[] {0x802020, 0x204080, 0xC0E0A0}) {
            assertEquals(hue(rgb), hue(Finish.night(rgb)), 0.02);
        }
    }

    private static float hue(int rgb) {
        return Color.RGBtoHSB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, null)[0];
    }
}
