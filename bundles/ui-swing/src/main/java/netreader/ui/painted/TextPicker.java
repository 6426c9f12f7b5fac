package netreader.ui.painted;

import java.awt.Toolkit;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import netreader.client.ClientException;
import netreader.client.PaintedReading;
import netreader.format.Work;
import netreader.ui.painted.layout.PageSpot;
import netreader.ui.painted.text.PageTexts;
import netreader.ui.painted.text.PageWords;
import netreader.ui.painted.text.TextSelection;
import netreader.ui.work.Background;

/** Selects text and copies it. Event thread. */
final class TextPicker {
    /** Of so many pages the text is copied at a time. */
    private static final int MOST_PAGES = 500;

    private final Background background;
    private final PaintedReading reading;
    private final PageTexts texts;
    private final Marks marks;
    private final Runnable changed;

    /** @param changed hears that something else is selected */
    TextPicker(Background background, PaintedReading reading, PageTexts texts, Marks marks, Runnable changed) {
        this.background = background;
        this.reading = reading;
        this.texts = texts;
        this.marks = marks;
        this.changed = changed;
    }

    /** @param clicks 1 for letters, 2 for words, 3 for lines */
    void begin(PageSpot spot, int clicks) {
        TextSelection.Unit unit = clicks >= 3
                ? TextSelection.Unit.LINE
                : clicks == 2 ? TextSelection.Unit.WORD : TextSelection.Unit.LETTER;
        TextSelection.Place place = place(spot, unit);
        select(Optional.of(new TextSelection(place, place, unit)));
    }

    /** Selects to a point. */
    void reach(PageSpot spot) {
        marks.selection().ifPresent(begun -> select(Optional.of(begun.to(place(spot, begun.unit())))));
    }

    private TextSelection.Place place(PageSpot spot, TextSelection.Unit unit) {
        PageWords words = texts.at(spot.page()).orElse(PageWords.NONE);
        int offset = unit == TextSelection.Unit.LETTER
                ? words.caretAt(spot.x(), spot.y())
                : words.letterAt(spot.x(), spot.y());
        return new TextSelection.Place(spot.page(), offset);
    }

    void selectPage(int page) {
        select(Optional.of(new TextSelection(
                new TextSelection.Place(page, 0),
                new TextSelection.Place(page, Integer.MAX_VALUE),
                TextSelection.Unit.LETTER)));
        texts.want(List.of(page));
    }

    void selectNothing() {
        select(Optional.empty());
    }

    private void select(Optional<TextSelection> selection) {
        marks.select(selection);
        changed.run();
    }

    boolean hasSelection() {
        return marks.selection()
                .filter(selection -> selection.firstPage() < selection.lastPage()
                        || texts.at(selection.firstPage())
                                .flatMap(words -> selection.on(selection.firstPage(), words))
                                .isPresent())
                .isPresent();
    }

    /** Puts the selected text on the clipboard, as soon as it has been read. */
    void copy() {
        Clipboard clipboard = Toolkit.getDefaultToolkit().getSystemClipboard();
        marks.selection()
                .ifPresent(selection -> background.start(
                        work -> text(reading, selection, work),
                        text -> clipboard.setContents(new StringSelection(text), null),
                        failure -> {}));
    }

    /** Any thread that may wait. */
    static String text(PaintedReading reading, TextSelection selection, Work work) throws ClientException {
        StringBuilder text = new StringBuilder();
        for (int page : IntStream.rangeClosed(selection.firstPage(), selection.lastPage())
                .limit(MOST_PAGES)
                .toArray()) {
            PageWords words = PageTexts.read(reading, page, work);
            String part = selection
                    .on(page, words)
                    .map(span -> words.copy(span.from(), span.to()))
                    .orElse("");
            text.append(text.isEmpty() || part.isEmpty() ? "" : "\n").append(part);
        }
        return text.toString();
    }
}
