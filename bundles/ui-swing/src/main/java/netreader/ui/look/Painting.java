package netreader.ui.look;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** What all painting of our own has in common: scale, smooth edges, smooth text. */
public final class Painting {
    private Painting() {}

    /** A length in the user's scale; see FlatLaf's {@code flatlaf.uiScale}. */
    public static int px(double length) {
        return Math.round(UIScale.scale((float) length));
    }

    /** A copy of the graphics to be disposed, with the desktop's way of drawing text. */
    public static Graphics2D smooth(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        if (Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints") instanceof Map<?, ?> hints) {
            g.addRenderingHints(hints);
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return g;
    }

    /**
     * As {@link #smooth}, but shapes have sharp edges. Large areas are filled a hundred times as fast: smooth edges take
     * a mask as large as the area, even where its edges lie on pixels.
     */
    public static Graphics2D sharp(Graphics graphics) {
        Graphics2D g = smooth(graphics);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        return g;
    }

    /** The window's font in another size. */
    public static Font font(double size, int style) {
        Font font = UIManager.getFont("Label.font");
        Font base = font == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 13) : font;
        return base.deriveFont(style, UIScale.scale((float) size));
    }

    /** Pixels of the screen for each unit of the component: 2.0 on a screen at 200 %. */
    public static double deviceScale(JComponent component) {
        GraphicsConfiguration configuration = component.getGraphicsConfiguration();
        return configuration == null ? 1 : configuration.getDefaultTransform().getScaleX();
    }
}
