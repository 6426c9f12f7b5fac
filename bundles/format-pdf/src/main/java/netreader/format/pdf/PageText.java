package netreader.format.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import netreader.format.TextRun;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of one page, and where its words stand. One use only. */
final class PageText extends PDFTextStripper {
    /** Of the font size: how far letters reach above the base line and below it. */
    private static final double ASCENT = 0.8;

    private static final double DESCENT = 0.2;

    private final PDDocument whole;
    private final PDPage page;
    private final double unit;
    private final List<TextRun> runs = new ArrayList<>();

    PageText(PDDocument document, int pageIndex) throws IOException {
        this.whole = document;
        this.page = document.getPage(pageIndex);
        this.unit = PageGeometry.of(page).unit();
        // PDFTextStripper counts pages from 1, and has counted none when it is given this one.
        setStartPage(0);
        setLineSeparator("\n");
        setPageEnd("");
    }

    /** Lines ended by a line feed. */
    String text() throws IOException {
        StringWriter text = new StringWriter();
        writeText(whole, text);
        return text.toString();
    }

    List<TextRun> runs() throws IOException {
        writeText(whole, Writer.nullWriter());
        endLine();
        return runs;
    }

    /** One page, without going through all that come before it. */
    @Override
    protected void processPages(PDPageTree pages) throws IOException {
        if (page.hasContents()) {
            processPage(page);
        }
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        super.writeString(text, positions);
        if (!text.isBlank()) {
            Rectangle2D bounds = null;
            for (TextPosition position : positions) {
                bounds = bounds == null ? bounds(position) : bounds.createUnion(bounds(position));
            }
            if (bounds != null) {
                runs.add(new TextRun(text, bounds, false));
            }
        }
    }

    @Override
    protected void writeLineSeparator() throws IOException {
        super.writeLineSeparator();
        endLine();
    }

    private void endLine() {
        int last = runs.size() - 1;
        if (last >= 0 && !runs.get(last).endsLine()) {
            TextRun run = runs.get(last);
            runs.set(last, new TextRun(run.text(), run.bounds(), true));
        }
    }

    /** The box of a letter; letters of turned lines are measured along their line. */
    private Rectangle2D bounds(TextPosition letter) {
        double size = Math.max(letter.getHeight(), Math.abs(letter.getFontSizeInPt()));
        double x = letter.getX();
        double y = letter.getY();
        double along = letter.getWidthDirAdj();
        Rectangle2D box = switch (Math.round(letter.getDir())) {
            case 90 -> new Rectangle2D.Double(x - ASCENT * size, y - along, size, along);
            case 180 -> new Rectangle2D.Double(x - along, y - DESCENT * size, along, size);
            case 270 -> new Rectangle2D.Double(x - DESCENT * size, y, size, along);
            default -> new Rectangle2D.Double(x, y - ASCENT * size, along, size);
        };
        return new Rectangle2D.Double(
                box.getX() * unit, box.getY() * unit, box.getWidth() * unit, box.getHeight() * unit);
    }
}
