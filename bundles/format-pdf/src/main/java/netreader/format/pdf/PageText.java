package netreader.format.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.TextRun;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of one page, and where its words stand. One use only. */
final class PageText extends PDFTextStripper {
    /** Of the font size: how far letters reach above the base line and below it. */
    private static final double ASCENT = 0.8;

    private static final double DESCENT = 0.2;

    /** A page with more is no text, and would fill the memory. */
    private static final int MOST_LETTERS = 500_000;

    /** Forms may draw forms twice, which draw forms twice, and so on. */
    private static final long LONGEST_NS = TimeUnit.SECONDS.toNanos(5);

    /** Unchecked, because PDFBox logs the IOExceptions of a form and goes on. */
    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("too long", null, false, false);
        }
    }

    private final BookDocument whole;
    private final PDPage page;
    private final PageGeometry geometry;
    private final List<TextRun> runs = new ArrayList<>();
    private TextLine line = new TextLine();
    private TextPosition lastLetter;
    /** Whether PDFBox began a line behind a letter of a column. */
    private boolean columnLeft;

    private int letters;
    private int turnedLetters;
    private long start;

    PageText(BookDocument document, int pageIndex) throws IOException {
        this.whole = document;
        this.page = document.getPage(pageIndex);
        this.geometry = PageGeometry.of(page);
        // PDFTextStripper counts pages from 1, and has counted none when it is given this one.
        setStartPage(0);
        setLineSeparator("\n");
        setPageEnd("\n");
    }

    /** Lines ended by a line feed. */
    String text() throws IOException, FormatException {
        String text = read();
        return text.isBlank() ? "" : text;
    }

    List<TextRun> runs() throws IOException, FormatException {
        read();
        return runs;
    }

    /**
     * The order of the file keeps columns apart, but PDFBox then finds no words in lines that do not run from left to
     * right; a page that is mostly of such lines is sorted.
     */
    private String read() throws IOException, FormatException {
        String text = readOnce();
        if (turnedLetters * 2 > letters) {
            setSortByPosition(true);
            runs.clear();
            letters = 0;
            text = readOnce();
        }
        return text;
    }

    private String readOnce() throws IOException, FormatException {
        StringWriter text = new StringWriter();
        whole.budget().begin();
        start = System.nanoTime();
        line = new TextLine();
        try {
            writeText(whole, text);
        } catch (TooLong e) {
            throw new FormatException(Reason.TOO_COSTLY, "This PDF has a page whose text takes too long to read", e);
        }
        if (text.toString().isBlank() && whole.budget().isExceeded()) {
            throw whole.budget().exceed();
        }
        return text.toString();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (System.nanoTime() - start > LONGEST_NS) {
            throw new TooLong();
        }
        long held = whole.budget().held();
        super.processOperator(operator, operands);
        whole.budget().release(held);
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        letters++;
        if (letters > MOST_LETTERS) {
            return;
        }
        turnedLetters += seenDirection(letter) == 0 ? 0 : 1;
        super.processTextPosition(letter);
    }

    /** Where a line runs as it is seen: 0 to the right, then counter-clockwise 90, 180, 270. */
    private int seenDirection(TextPosition letter) {
        return Math.floorMod(Math.round(letter.getDir()) - geometry.rotation(), 360);
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
        for (TextPosition letter : positions) {
            if (columnLeft && !goesOnBelow(letter)) {
                endLine();
                super.writeLineSeparator();
            }
            columnLeft = false;
            line.add(letter.getUnicode(), along(letter), bounds(letter));
            lastLetter = letter;
        }
    }

    @Override
    protected void writeWordSeparator() {
        line.addSpace();
    }

    /** PDFBox takes each letter of a column for a line. */
    @Override
    protected void writeLineSeparator() throws IOException {
        if (!line.isEmpty() && lastLetter != null && lastLetter.getFont().isVertical()) {
            columnLeft = true;
        } else {
            endLine();
            super.writeLineSeparator();
        }
    }

    private boolean goesOnBelow(TextPosition letter) {
        double size = Math.abs(letter.getFontSizeInPt());
        return letter.getFont().isVertical()
                && Math.abs(letter.getX() - lastLetter.getX()) < size / 2
                && letter.getY() > lastLetter.getY();
    }

    @Override
    protected void endArticle() throws IOException {
        endLine();
        super.endArticle();
    }

    @Override
    protected void writePageEnd() throws IOException {
        endLine();
        super.writePageEnd();
    }

    private void endLine() throws IOException {
        columnLeft = false;
        for (TextRun run : line.runs()) {
            output.write(run.text());
            runs.add(run);
        }
        line = new TextLine();
    }

    /** How far along its line a letter stands. */
    private double along(TextPosition letter) {
        return switch (seenDirection(letter)) {
            case 90 -> -letter.getY();
            case 180 -> -letter.getX();
            case 270 -> letter.getY();
            default -> letter.getX();
        };
    }

    /** The box of a letter; letters of turned lines are measured along their line. */
    private Rectangle2D bounds(TextPosition letter) {
        double size = Math.max(letter.getHeight(), Math.abs(letter.getFontSizeInPt()));
        double x = letter.getX();
        double y = letter.getY();
        double along = letter.getFont().isVertical() ? size : letter.getWidthDirAdj();
        Rectangle2D box = switch (seenDirection(letter)) {
            case 90 -> new Rectangle2D.Double(x - ASCENT * size, y - along, size, along);
            case 180 -> new Rectangle2D.Double(x - along, y - DESCENT * size, along, size);
            case 270 -> new Rectangle2D.Double(x - DESCENT * size, y, size, along);
            default -> new Rectangle2D.Double(x, y - ASCENT * size, along, size);
        };
        double unit = geometry.unit();
        return new Rectangle2D.Double(
                box.getX() * unit, box.getY() * unit, box.getWidth() * unit, box.getHeight() * unit);
    }
}
