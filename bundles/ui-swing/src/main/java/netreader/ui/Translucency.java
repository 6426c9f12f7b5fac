package netreader.ui;

import java.awt.GraphicsDevice.WindowTranslucency;
import javax.swing.JFrame;
import javax.swing.JRootPane;
import javax.swing.UIManager;
import netreader.ui.command.Command;

/** Lets what lies behind the window shine through, where the system can do that. Event thread. */
final class Translucency {
    private final JFrame frame;
    private final boolean possible;
    private float chosen = 1;

    /** @param frame not on the screen yet: only a window whose frame we draw ourselves may be translucent */
    Translucency(JFrame frame) {
        this.frame = frame;
        possible = UIManager.getLookAndFeel().getSupportsWindowDecorations()
                && frame.getGraphicsConfiguration()
                        .getDevice()
                        .isWindowTranslucencySupported(WindowTranslucency.TRANSLUCENT);
        if (possible && !frame.isDisplayable()) {
            frame.setUndecorated(true);
            frame.getRootPane().setWindowDecorationStyle(JRootPane.FRAME);
        }
    }

    boolean possible() {
        return possible;
    }

    /** @param command one of the opacities */
    void choose(Command command) {
        chosen = opacity(command);
        apply(true);
    }

    /** @param command one of the opacities */
    boolean isChosen(Command command) {
        return chosen == opacity(command);
    }

    /** @param text whether a text is on the screen: covers and painted pages are of no use when they are pale */
    void apply(boolean text) {
        float wanted = text ? chosen : 1;
        if (possible && frame.getOpacity() != wanted) {
            frame.setOpacity(wanted);
        }
    }

    static float opacity(Command command) {
        return switch (command) {
            case OPACITY_25 -> 0.25f;
            case OPACITY_50 -> 0.5f;
            case OPACITY_75 -> 0.75f;
            default -> 1;
        };
    }
}
