package netreader.ui.flowing;

import java.awt.Color;
import java.util.Locale;
import netreader.ui.look.Palette;

/** The colours that a text is set in; ink on paper has a contrast of at least 4.5:1 in each. */
enum Paper {
    /** As the window. */
    WINDOW(0, 0, 0, 0),
    WHITE(0xFFFFFF, 0x24272B, 0x6D7178, 0xBBD6F5),
    SEPIA(0xF5ECD9, 0x3B3024, 0x77664F, 0xE0CBA0),
    GREEN(0xCFE3CC, 0x22331F, 0x4C6449, 0xA6C9A5),
    DARK(0x17191C, 0xA9ADB3, 0x81868D, 0x273B53);

    private final Color background;
    private final Color ink;
    private final Color faint;
    private final Color selection;

    Paper(int background, int ink, int faint, int selection) {
        this.background = new Color(background);
        this.ink = new Color(ink);
        this.faint = new Color(faint);
        this.selection = new Color(selection);
    }

    Color background() {
        return this == WINDOW ? Palette.PAPER.color() : background;
    }

    Color ink() {
        return this == WINDOW ? Palette.INK.color() : ink;
    }

    /** Of what stands beside the text, such as the chapter's title. */
    Color faint() {
        return this == WINDOW ? Palette.SECONDARY.color() : faint;
    }

    /** Behind what is selected. */
    Color selection() {
        return this == WINDOW ? Palette.SELECTION.color() : selection;
    }

    private boolean dark() {
        return this == DARK;
    }

    /** Behind words that were looked for. */
    Color mark(boolean here) {
        if (this == WINDOW) {
            return (here ? Palette.MARK_HERE : Palette.MARK).color();
        }
        return new Color(dark() ? here ? 0x573810 : 0x3F3A20 : here ? 0xFFC069 : 0xFFF1B8);
    }

    /** The key of its name in the messages. */
    String messageKey() {
        return "style.paper." + name().toLowerCase(Locale.ROOT);
    }
}
