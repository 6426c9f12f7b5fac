package netreader.ui.flowing;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.GlyphVector;
import java.awt.font.TextHitInfo;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The characters of one line in their places, from 0 at the line's left end. Immutable; any thread. */
sealed interface LineRun {
    void draw(Graphics2D g, float x, float baseline);

    float width();

    /** The place between two characters that is nearest, counted from the line's first. */
    int offsetAt(float x);

    /**
     * The ground that characters stand on.
     *
     * @param from of the line's characters, from 0
     */
    Shape ground(int from, int to, float top, float height);

    /**
     * One glyph for each character, from left to right.
     *
     * @param edges where each character begins, and where the last one ends
     */
    @SuppressWarnings("ArrayRecordComponent") // compared with nothing, and never handed out
    record Glyphs(GlyphVector glyphs, float[] edges) implements LineRun {
        @Override
        public void draw(Graphics2D g, float x, float baseline) {
            g.drawGlyphVector(glyphs, x, baseline);
        }

        @Override
        public float width() {
            return edges[edges.length - 1];
        }

        @Override
        public int offsetAt(float x) {
            int low = 0;
            int high = edges.length - 1;
            while (low < high) {
                int middle = (low + high) / 2;
                if (x < (edges[middle] + edges[middle + 1]) / 2) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        @Override
        public Shape ground(int from, int to, float top, float height) {
            return new Rectangle2D.Float(edges[from], top, edges[to] - edges[from], height);
        }
    }

    /** Glyphs that depend on their neighbours, or run from right to left. */
    record Shaped(TextLayout layout) implements LineRun {
        @Override
        public void draw(Graphics2D g, float x, float baseline) {
            layout.draw(g, x, baseline);
        }

        @Override
        public float width() {
            // The blanks at the end of a line that runs to the left stand before it.
            return layout.isLeftToRight() ? layout.getVisibleAdvance() : layout.getAdvance();
        }

        @Override
        public int offsetAt(float x) {
            TextHitInfo hit = layout.hitTestChar(x, 0);
            return Math.max(0, Math.min(layout.getCharacterCount(), hit.getInsertionIndex()));
        }

        @Override
        public Shape ground(int from, int to, float top, float height) {
            Rectangle2D room = new Rectangle2D.Float(0, -layout.getAscent(), layout.getAdvance(), height);
            Shape shape = layout.getLogicalHighlightShape(from, to, room);
            Path2D ground = new Path2D.Float();
            ground.append(
                    shape.getPathIterator(AffineTransform.getTranslateInstance(0, top + layout.getAscent())), false);
            return ground;
        }
    }
}
