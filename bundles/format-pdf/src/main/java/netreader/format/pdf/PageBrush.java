package netreader.format.pdf;

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
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

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

    private final Work work;

    PageBrush(PageDrawerParameters parameters, Work work) throws IOException {
        super(parameters);
        this.work = work;
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
        try {
            super.processOperator(operator, operands);
        } catch (Cancelled e) {
            throw e;
        } catch (RuntimeException e) {
            leaveOut(e);
        }
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
            box(place);
        }
    }

    /** Where an image would be. */
    private void box(AffineTransform place) {
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
