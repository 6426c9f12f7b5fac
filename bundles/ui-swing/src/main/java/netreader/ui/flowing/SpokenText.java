package netreader.ui.flowing;

import java.awt.Point;
import java.awt.Rectangle;
import javax.accessibility.AccessibleText;
import javax.swing.text.AttributeSet;
import javax.swing.text.SimpleAttributeSet;

/** The text of a sheet as screen readers ask for it; the caret is the first character on the screen. Event thread. */
final class SpokenText implements AccessibleText {
    private final TextSheet sheet;

    SpokenText(TextSheet sheet) {
        this.sheet = sheet;
    }

    private String text() {
        return sheet.page().text();
    }

    @Override
    public int getIndexAtPoint(Point point) {
        return sheet.offsetAt(point);
    }

    @Override
    public Rectangle getCharacterBounds(int index) {
        return sheet.boundsOf(index, index + 1);
    }

    @Override
    public int getCharCount() {
        return text().length();
    }

    @Override
    public int getCaretPosition() {
        return sheet.place();
    }

    @Override
    public String getAtIndex(int part, int index) {
        return TextParts.at(text(), part, index, 0);
    }

    @Override
    public String getAfterIndex(int part, int index) {
        return TextParts.at(text(), part, index, 1);
    }

    @Override
    public String getBeforeIndex(int part, int index) {
        return TextParts.at(text(), part, index, -1);
    }

    @Override
    public AttributeSet getCharacterAttribute(int index) {
        return SimpleAttributeSet.EMPTY;
    }

    @Override
    public int getSelectionStart() {
        return sheet.selection().from();
    }

    @Override
    public int getSelectionEnd() {
        return sheet.selection().to();
    }

    @Override
    public String getSelectedText() {
        return sheet.selection().text(sheet.page());
    }
}
