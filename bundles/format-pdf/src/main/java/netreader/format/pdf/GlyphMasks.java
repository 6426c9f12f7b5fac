package netreader.format.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;

/**
 * Small glyphs of a document as pictures: most of the time of a page of text would go into filling the same outlines. A glyph is placed on a quarter of a pixel. One thread at a time.
 */
final class GlyphMasks {
    private static final int PHASES = 4;
    private static final int LARGEST = 64;
    private static final long MOST_BYTES = 8 << 20;

    /** What an image costs beside its pixels. */
    private static final int OVERHEAD = 500;

    private static final AffineTransform IDENTITY = new AffineTransform();

    /** A font in a size, a direction and a colour. */
    private record Face(PDFont font, double xx, double yx, double xy, double yy, int rgb) {}

    /** A picture and where it stands, from the pixel of the glyph's origin; without a picture for a blank. */
    private record Mask(BufferedImage image, int x, int y, boolean tooLarge) {}

    private static final Mask TOO_LARGE = new Mask(null, 0, 0, true);

    private final Map<Face, Map<Integer, Mask>> faces = new HashMap<>();
    private long bytes;

    /**
     * Paints a glyph by its picture: always, so that a part of a page looks as it does in the whole.
     *
     * @param place from the glyph's space to pixels
     * @return false if it is too large, and must be painted by its outline
     */
    boolean paint(Graphics2D graphics, PDFont font, int code, AffineTransform place, Color color) throws IOException {
        Face face = new Face(
                font, place.getScaleX(), place.getShearY(), place.getShearX(), place.getScaleY(), color.getRGB());
        Map<Integer, Mask> masks = faces.computeIfAbsent(face, unused -> new HashMap<>());
        long x = Math.round(place.getTranslateX() * PHASES);
        long y = Math.round(place.getTranslateY() * PHASES);
        int xPhase = (int) Math.floorMod(x, (long) PHASES);
        int yPhase = (int) Math.floorMod(y, (long) PHASES);
        int key = (code * PHASES + xPhase) * PHASES + yPhase;
        Mask mask = masks.get(key);
        if (mask == null) {
            mask = make(face, code, xPhase, yPhase);
            masks.put(key, mask);
        }
        if (mask.tooLarge()) {
            return false;
        }
        if (mask.image() != null) {
            AffineTransform before = graphics.getTransform();
            graphics.setTransform(IDENTITY);
            graphics.drawImage(
                    mask.image(),
                    (int) Math.floorDiv(x, (long) PHASES) + mask.x(),
                    (int) Math.floorDiv(y, (long) PHASES) + mask.y(),
                    null);
            graphics.setTransform(before);
        }
        if (bytes > MOST_BYTES) {
            faces.clear();
            bytes = 0;
        }
        return true;
    }

    private Mask make(Face face, int code, int xPhase, int yPhase) throws IOException {
        GeneralPath path = ((PDVectorFont) face.font()).getNormalizedPath(code);
        AffineTransform place = new AffineTransform(
                face.xx(), face.yx(), face.xy(), face.yy(), xPhase / (double) PHASES, yPhase / (double) PHASES);
        bytes += OVERHEAD;
        Shape shape = place.createTransformedShape(path);
        Rectangle box = shape.getBounds();
        if (box.width > LARGEST || box.height > LARGEST) {
            return TOO_LARGE;
        }
        if (box.isEmpty()) {
            return new Mask(null, 0, 0, false);
        }
        box.grow(1, 1);
        bytes += (long) box.width * box.height * Integer.BYTES;
        BufferedImage image = new BufferedImage(box.width, box.height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(face.rgb()));
        graphics.translate(-box.x, -box.y);
        graphics.fill(shape);
        graphics.dispose();
        return new Mask(image, box.x, box.y, false);
    }
}
