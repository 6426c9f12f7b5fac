package netreader.ui.painted;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import netreader.client.SearchHits;
import netreader.ui.painted.text.PageTexts;

/** Goes to where words were found, which needs the text of that page. Event thread. */
final class PaintedHits {
    private final DeskView view;
    private final PageTexts texts;
    private final Marks marks;
    private final IntConsumer goTo;
    /** The hit to be scrolled to when the text of its page is here. */
    private Optional<SearchHits.Hit> sought = Optional.empty();

    /** @param goTo is given a page, from 0 */
    PaintedHits(DeskView view, PageTexts texts, Marks marks, IntConsumer goTo) {
        this.view = view;
        this.texts = texts;
        this.marks = marks;
        this.goTo = goTo;
    }

    /** @param nth of the hits on its page, from 0 */
    void show(SearchHits.Hit hit, String query, int nth) {
        marks.found(query, hit.page(), nth);
        sought = Optional.of(hit);
        if (hit.page() != view.page()) {
            goTo.accept(hit.page());
        }
        texts.want(List.of(hit.page()));
        scrollTo();
        view.desk().repaint();
    }

    void textCame(int page) {
        sought.filter(hit -> hit.page() == page).ifPresent(hit -> scrollTo());
    }

    private void scrollTo() {
        sought.filter(hit -> view.desk().pages().has(hit.page()))
                .flatMap(hit -> texts.at(hit.page()))
                .ifPresent(words -> {
                    int page = sought.orElseThrow().page();
                    sought = Optional.empty();
                    marks.here(words).ifPresent(box -> reveal(page, box));
                });
    }

    private void reveal(int page, Rectangle2D box) {
        view.scroller()
                .reveal(view.desk().toDesk(page).createTransformedShape(box).getBounds());
    }

    void showNone() {
        sought = Optional.empty();
        if (marks.foundNothing()) {
            view.desk().repaint();
        }
    }
}
