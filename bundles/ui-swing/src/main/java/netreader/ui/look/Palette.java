package netreader.ui.look;

import java.awt.Color;
import javax.swing.UIManager;

/** Colours of our own, by the theme; their values stand in the theme's properties beside this class. */
public enum Palette {
    SHELF("shelf"),
    SECONDARY("secondary"),
    SELECTION("selection"),
    SHADOW("shadow"),
    DESK("desk"),
    PAPER("paper"),
    INK("ink"),
    GOOD("good"),
    WARNING("warning"),
    BAD("bad"),
    BANNER("banner"),
    BANNER_INK("bannerInk"),
    MARK("mark"),
    MARK_HERE("markHere"),
    PROGRESS("progress"),
    TRACK("track");

    private final String key;

    Palette(String name) {
        this.key = "NetReader." + name;
    }

    /** The colour now; grey under a look and feel that is not ours. */
    public Color color() {
        Color color = UIManager.getColor(key);
        return color == null ? Color.GRAY : color;
    }

    /** @param alpha 0 to 255 */
    public Color color(int alpha) {
        Color opaque = color();
        return new Color(opaque.getRed(), opaque.getGreen(), opaque.getBlue(), alpha);
    }
}
