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

    @Test
    void atNightBlueLinksCanBeReadAndTextOnYellow() {
        double paper = luminance(Finish.night(0xFFFFFF));
        for (int link : new int[] {0x0000FF, 0x0000EE, 0x000080, 0x800080, 0xC00000}) {
            double contrast = (luminance(Finish.night(link)) + 0.05) / (paper + 0.05);
            assertTrue(contrast >= 4.5, Integer.toHexString(link) + ": " + contrast);
        }
        double ink = luminance(Finish.night(0x000000));
        for (int ground : new int[] {0xFFFF00, 0xFFFFCC, 0xCCFFFF}) {
            double contrast = (ink + 0.05) / (luminance(Finish.night(ground)) + 0.05);
            assertTrue(contrast >= 4.5, Integer.toHexString(ground) + ": " + contrast);
        }
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static float hue(int rgb) {
        return Color.RGBtoHSB(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, null)[0];
    }
}
