package netreader.format.pdf;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import netreader.format.Work;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Paints one page, and stops at the next operator when nobody waits any more; forms, patterns and glyphs that are drawn
 * pass here too. What cannot be painted is left out, and an image that cannot is shown as a grey box. One thread.
 */
final class PageBrush extends PageDrawer {
    /** Unchecked, because PDFBox logs the IOExceptions of a form and goes on. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;

        Cancelled() {
            super("cancelled", null, false, false);
        }
    }

    private static final Color BOX = new Color(0xE0E0E0);
    private static final Color BORDER = new Color(0xA0A0A0);

    private final GlyphMasks glyphs;
    private final DecodingBudget budget;
    private final Work work;
    private int optionalDepth;
    private PDColor lastColor;
    private Color lastPaint;

    PageBrush(PageDrawerParameters parameters, GlyphMasks glyphs, DecodingBudget budget, Work work) throws IOException {
        super(parameters);
        this.glyphs = glyphs;
        this.budget = budget;
        this.work = work;
        addOperator(new InlineImages(this, budget));
    }

    private void check() {
        if (work.cancelled()) {
            throw new Cancelled();
        }
    }

    /** A page whose content breaks off is shown as far as it goes. */
    @Override
    public void processPage(PDPage page) throws IOException {
        try {
            super.processPage(page);
        } catch (Cancelled e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            leaveOut(e);
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        check();
        long held = budget.held();
        try {
            super.processOperator(operator, operands);
        } catch (Cancelled e) {
            throw e;
        } catch (RuntimeException e) {
            leaveOut(e);
        } finally {
            budget.release(held);
        }
    }

    @Override
    public void showAnnotation(PDAnnotation annotation) throws IOException {
        long held = budget.held();
        super.showAnnotation(annotation);
        budget.release(held);
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException failure) {
        leaveOut(failure);
    }

    private static void leaveOut(Exception flaw) {
        System.getLogger(PageBrush.class.getName())
                .log(System.Logger.Level.DEBUG, "A part of a page was left out", flaw);
    }

    @Override
    protected void showFontGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        Color color = plainColor(font, code);
        if (color != null) {
            Graphics2D graphics = getGraphics();
            AffineTransform place = graphics.getTransform();
            place.concatenate(matrix.createAffineTransform());
            place.concatenate(font.getFontMatrix().createAffineTransform());
            graphics.setComposite(AlphaComposite.SrcOver);
            setClip();
            glyphs.paint(graphics, font, code, place, color);
        } else {
            super.showFontGlyph(matrix, font, code, displacement);
        }
    }

    /** The colour of text that is filled with one and nothing else; null for any other. */
    private Color plainColor(PDFont font, int code) throws IOException {
        PDGraphicsState state = getGraphicsState();
        boolean plain = optionalDepth == 0
                && state.getTextState().getRenderingMode() == RenderingMode.FILL
                && state.getNonStrokeAlphaConstant() == 1
                && state.getBlendMode() == BlendMode.NORMAL
                && state.getSoftMask() == null
                && (font.isEmbedded() || (font.isStandard14() && code != '\n'));
        if (!plain) {
            return null;
        }
        PDColor color = state.getNonStrokingColor();
        if (color != lastColor) {
            lastColor = color;
            lastPaint = getPaint(color) instanceof Color paint && paint.getAlpha() == 0xFF ? paint : null;
        }
        return lastPaint;
    }

    /** What is in optional content may be hidden, and only PDFBox knows. */
    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        if (optionalDepth > 0 || COSName.OC.equals(tag)) {
            optionalDepth++;
        }
        super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        optionalDepth = Math.max(0, optionalDepth - 1);
        super.endMarkedContentSequence();
    }

    @Override
    protected Paint getPaint(PDColor color) throws IOException {
        Paint paint = super.getPaint(color);
        return paint instanceof Color ? paint : new CancellablePaint(paint, this::check);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        AffineTransform place =
                getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        boolean drawn = false;
        if (ImageBudget.allows(image.getCOSObject(), Math.max(1, getSubsampling(image, place)))) {
            try {
                super.drawImage(image);
                drawn = true;
            } catch (Cancelled e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                leaveOut(e);
            } catch (OutOfMemoryError e) {
                // Its samples were all that the memory had no room for, and they are gone.
                System.getLogger(PageBrush.class.getName()).log(System.Logger.Level.DEBUG, "An image was left out", e);
            }
        }
        if (!drawn) {
            box();
        }
    }

    /** Stands where an image would be. */
    void box() {
        AffineTransform place =
                getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        Graphics2D graphics = getGraphics();
        graphics.setComposite(getGraphicsState().getNonStrokingJavaComposite());
        setClip();
        Shape area = place.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1));
        graphics.setPaint(BOX);
        graphics.fill(area);
        graphics.setPaint(BORDER);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(area);
    }
}
