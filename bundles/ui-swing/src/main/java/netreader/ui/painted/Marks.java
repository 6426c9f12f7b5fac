package netreader.ui.painted;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import netreader.format.Query;
import netreader.ui.painted.text.PageWords;
import netreader.ui.painted.text.Span;
import netreader.ui.painted.text.TextSelection;

/** What is marked on pages: words that were looked for, and what is selected. Event thread. */
final class Marks {
    private static final Color FOUND = new Color(255, 214, 10, 96);
    private static final Color FOUND_HERE = new Color(255, 122, 0, 130);
    private static final Color SELECTED = new Color(38, 121, 214, 88);

    private Optional<Query> query = Optional.empty();
    private int herePage = -1;
    private int hereNth;
    private Optional<TextSelection> selection = Optional.empty();
    /** Where the words stand; pages are painted many times. Goes with the texts of pages that are kept no longer. */
    private final Map<PageWords, List<Span>> found = new WeakHashMap<>();

    /** @param nth of the hits on the page, from 0 */
    void found(String words, int page, int nth) {
        Optional<Query> wanted =
                Optional.of(words).filter(text -> !text.isBlank()).map(Query::new);
        if (!wanted.equals(query)) {
            query = wanted;
            found.clear();
        }
        herePage = page;
        hereNth = nth;
    }

    /** @return whether there were any */
    boolean foundNothing() {
        boolean had = query.isPresent();
        query = Optional.empty();
        found.clear();
        return had;
    }

    Optional<TextSelection> selection() {
        return selection;
    }

    void select(Optional<TextSelection> selected) {
        selection = selected;
    }

    /** @param to from points of the page to the graphics */
    void paint(Graphics2D g, int page, PageWords words, AffineTransform to) {
        List<Span> places = places(words);
        for (int i = 0; i < places.size(); i++) {
            g.setColor(isHere(page, i, places.size()) ? FOUND_HERE : FOUND);
            fill(g, words, places.get(i), to);
        }
        selection.flatMap(selected -> selected.on(page, words)).ifPresent(span -> {
            g.setColor(SELECTED);
            fill(g, words, span, to);
        });
    }

    private boolean isHere(int page, int index, int count) {
        return page == herePage && index == Math.min(hereNth, count - 1);
    }

    private List<Span> places(PageWords words) {
        return query.map(wanted -> found.computeIfAbsent(
                        words,
                        unknown -> wanted.placesIn(unknown.text()).stream()
                                .map(place -> new Span(place.from(), place.to()))
                                .toList()))
                .orElse(List.of());
    }

    private static void fill(Graphics2D g, PageWords words, Span span, AffineTransform to) {
        for (Rectangle2D shape : words.shapes(span.from(), span.to())) {
            g.fill(to.createTransformedShape(shape).getBounds());
        }
    }

    /** Where the hit stands that is meant, in points of its page. */
    Optional<Rectangle2D> here(PageWords words) {
        List<Span> places = places(words);
        if (places.isEmpty()) {
            return Optional.empty();
        }
        Span span = places.get(Math.min(hereNth, places.size() - 1));
        return words.shapes(span.from(), span.to()).stream().findFirst();
    }
}
