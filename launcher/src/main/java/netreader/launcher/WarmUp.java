package netreader.launcher;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;

/** Loads what Java itself needs for a window, on another thread, while the command line is read and Felix boots. */
final class WarmUp {
    private WarmUp() {}

    static void startWhereThereIsADisplay() {
        if (Display.present()) {
            Thread thread = new Thread(WarmUp::load, "AWT warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void load() {
        Toolkit.getDefaultToolkit();
        Graphics2D graphics = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB).createGraphics();
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        graphics.drawString("A\u6587", 0, 12); // the first string loads the fonts
        graphics.dispose();
    }
}
