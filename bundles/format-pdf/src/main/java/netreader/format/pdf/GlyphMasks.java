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
    private record Mask(BufferedImage image, int x, int y, boolean tooLarge, boolean seen) {}

    private static final Mask TOO_LARGE = new Mask(null, 0, 0, true, false);
    private static final Mask SEEN = new Mask(null, 0, 0, false, true);

    private final Map<PDFont, Map<Integer, GeneralPath>> outlines = new HashMap<>();
    private final Map<Face, Map<Integer, Mask>> faces = new HashMap<>();
    private long bytes;

    /**
     * Paints a glyph, always on a quarter of a pixel, so that a part of a page looks as it does in the whole.
     *
     * @param place from the glyph's space to pixels
     */
    void paint(Graphics2D graphics, PDFont font, int code, AffineTransform place, Color color) throws IOException {
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
            // Most glyphs of a Chinese page are seen once at a place: a picture of each would cost more than it saves.
            masks.put(key, SEEN);
            bytes += OVERHEAD / PHASES;
        } else if (mask.seen()) {
            mask = make(face, code, xPhase, yPhase);
            masks.put(key, mask);
        }
        AffineTransform before = graphics.getTransform();
        graphics.setTransform(IDENTITY);
        if (mask == null || mask.tooLarge()) {
            graphics.setColor(color);
            graphics.fill(outline(face, code, x / (double) PHASES, y / (double) PHASES));
        } else if (mask.image() != null) {
            graphics.drawImage(
                    mask.image(),
                    (int) Math.floorDiv(x, (long) PHASES) + mask.x(),
                    (int) Math.floorDiv(y, (long) PHASES) + mask.y(),
                    null);
        }
        graphics.setTransform(before);
        if (bytes > MOST_BYTES) {
            faces.clear();
            outlines.clear();
            bytes = 0;
        }
    }

    private Mask make(Face face, int code, int xPhase, int yPhase) throws IOException {
        Shape shape = outline(face, code, xPhase / (double) PHASES, yPhase / (double) PHASES);
        bytes += OVERHEAD;
        Rectangle box = shape.getBounds();
        if (box.width > LARGEST || box.height > LARGEST) {
            return TOO_LARGE;
        }
        if (box.isEmpty()) {
            return new Mask(null, 0, 0, false, false);
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
        return new Mask(image, box.x, box.y, false, false);
    }

    private Shape outline(Face face, int code, double x, double y) throws IOException {
        Map<Integer, GeneralPath> paths = outlines.computeIfAbsent(face.font(), unused -> new HashMap<>());
        GeneralPath path = paths.get(code);
        if (path == null) {
            path = ((PDVectorFont) face.font()).getNormalizedPath(code);
            paths.put(code, path);
            bytes += OVERHEAD;
        }
        return new AffineTransform(face.xx(), face.yx(), face.xy(), face.yy(), x, y).createTransformedShape(path);
    }
}
