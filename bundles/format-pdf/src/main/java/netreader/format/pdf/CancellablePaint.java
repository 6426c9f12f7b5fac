package netreader.format.pdf;

import java.awt.Paint;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.ColorModel;
import java.awt.image.Raster;

/** A paint, such as a shading, that looks at each of its tiles whether anyone still waits. */
final class CancellablePaint implements Paint {
    private final Paint paint;
    private final Runnable check;

    /**
     * @param check throws when the work was cancelled
     */
    CancellablePaint(Paint paint, Runnable check) {
        this.paint = paint;
        this.check = check;
    }

    @Override
    public int getTransparency() {
        return paint.getTransparency();
    }

    @Override
    public PaintContext createContext(
            ColorModel model, Rectangle device, Rectangle2D user, AffineTransform transform, RenderingHints hints) {
        check.run();
        PaintContext context = paint.createContext(model, device, user, transform, hints);
        return new PaintContext() {
            @Override
            public void dispose() {
                context.dispose();
            }

            @Override
            public ColorModel getColorModel() {
                return context.getColorModel();
            }

            @Override
            public Raster getRaster(int x, int y, int width, int height) {
                check.run();
                return context.getRaster(x, y, width, height);
            }
        };
    }
}
