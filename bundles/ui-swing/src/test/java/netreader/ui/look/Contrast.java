package netreader.ui.look;

import java.awt.Color;

/** The contrast of colours, from 1 to 21, as WCAG 2.1 computes it, and the least that it asks for. */
public final class Contrast {
    /** Section 1.4.3. */
    public static final double TEXT = 4.5;

    /** Of signs, section 1.4.11. */
    public static final double GRAPHICS = 3;

    private Contrast() {}

    /** @param color may let some of the other one shine through */
    public static double of(Color color, Color back) {
        double a = luminance(over(color, back));
        double b = luminance(back);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** How a colour looks that may let some of the other one shine through. */
    public static Color over(Color color, Color back) {
        double share = color.getAlpha() / 255.0;
        return new Color(
                mix(color.getRed(), back.getRed(), share),
                mix(color.getGreen(), back.getGreen(), share),
                mix(color.getBlue(), back.getBlue(), share));
    }

    private static int mix(int over, int under, double share) {
        return (int) Math.round(over * share + under * (1 - share));
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
