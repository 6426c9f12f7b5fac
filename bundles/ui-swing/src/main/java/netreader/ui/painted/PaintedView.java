package netreader.ui.painted;

import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.swing.JComponent;
import javax.swing.Timer;
import netreader.client.ClientException;
import netreader.client.Connectivity;
import netreader.client.PaintedReading;
import netreader.client.Place;
import netreader.client.SearchHits;
import netreader.format.Link;
import netreader.format.PageSize;
import netreader.ui.book.BookView;
import netreader.ui.book.PageScroller;
import netreader.ui.command.Command;
import netreader.ui.painted.layout.Arrangement;
import netreader.ui.painted.layout.Zoom;
import netreader.ui.painted.text.PageTexts;
import netreader.ui.painted.text.PageWords;
import netreader.ui.painted.text.TextSelection;
import netreader.ui.work.UiContext;

/** A painted book: its pages on a desk, with what can be done with them. Event thread. */
public final class PaintedView implements BookView, DeskView.Reader, DeskMouse.Deeds {
    /** Texts are read when pages have stood still for so long; they would be in the way of pictures. */
    private static final int SETTLED_MILLIS = 120;

    /** So many pages around those that are seen are asked for their size. */
    private static final int NEAR = 3;

    /** Of these it is the page that is at fault; of others the network, the disk or a format that is away. */
    private static final Set<String> OF_THE_PAGE =
            Set.of("DAMAGED", "UNSUPPORTED", "TOO_COSTLY", "INTERNAL", ClientException.STUCK);

    private final UiContext context;
    private final PaintedReading reading;
    private final Host host;
    private final SeenBefore before;
    private final Marks marks = new Marks();
    private final PageTexts texts;
    private final TextPicker picker;
    private final DeskView view;
    private final Links links;
    private final DeskMouse mouse;
    private final DeskMenu menu;
    private final Printing printing;
    private Optional<Thumbnails> thumbnails = Optional.empty();
    private final Timer settled = new Timer(SETTLED_MILLIS, e -> settle());
    private List<Integer> seen = List.of();
    /** The hit to be scrolled to when the text of its page is here. */
    private Optional<SearchHits.Hit> sought = Optional.empty();

    private boolean here;
    private boolean closed;

    public PaintedView(UiContext context, PaintedReading reading, Optional<Place> place, Host host) {
        this.context = context;
        this.reading = reading;
        this.host = host;
        texts = new PageTexts(context.background(), reading, this::textCame);
        picker = new TextPicker(context.background(), reading, texts, marks, this::marksChanged);
        before = new SeenBefore(context.preferences(), reading.book());
        int page = inRange(place.map(Place::anchor).orElse(0L));
        view = new DeskView(context, reading, texts, marks, before.arrangement(), before.zoom(), page, this);
        view.night(before.night());
        view.rotate(before.quarters());
        before.left(page, reading.pageCount()).ifPresent(view::goOnAt);
        view.sheets().meanwhile(this::meanwhile);
        links = new Links(context.background(), this::tell);
        printing = new Printing(context.background(), reading, this::tell);
        menu = new DeskMenu(context.text(), this);
        mouse = new DeskMouse(view.desk(), texts, picker, this);
        view.desk().getAccessibleContext().setAccessibleName(reading.book().title());
        settled.setRepeats(false);
    }

    private int inRange(long wanted) {
        return (int) Math.max(0, Math.min(wanted, reading.pageCount() - 1L));
    }

    @Override
    public JComponent content() {
        return view.scroller();
    }

    @Override
    public Optional<JComponent> thumbnails() {
        thumbnails = Optional.of(new Thumbnails(context, reading, page -> {
            host.leaving();
            goToPage(page);
            view.desk().requestFocusInWindow();
        }));
        thumbnails.get().finish(view.sheets().finish());
        return thumbnails.map(JComponent.class::cast);
    }

    private void tell(ClientException failure) {
        host.tell(context.text().error(failure));
    }

    /** The page that is read, from 0. */
    int page() {
        return view.page();
    }

    Desk desk() {
        return view.desk();
    }

    /** What is selected. */
    Optional<TextSelection> selection() {
        return marks.selection();
    }

    boolean hasTextOf(int page) {
        return texts.at(page).isPresent();
    }

    boolean sizesAreKnown(int page) {
        return view.knowsSize(page);
    }

    @Override
    public void goToPage(int page) {
        view.turnTo(inRange(page), PageScroller.Landing.TOP);
    }

    @Override
    public void goToAnchor(long anchor) {
        goToPage(inRange(anchor));
    }

    @Override
    public void retry() {
        view.retry();
    }

    @Override
    public void turned(int page) {
        before.zoom(view.zoom()); // the wheel changes it too
        host.turned(page, reading.pageCount(), page);
        thumbnails.ifPresent(pages -> pages.follow(page));
    }

    @Override
    public void sees(List<Integer> pages) {
        seen = pages;
        settled.restart();
    }

    private void settle() {
        texts.want(seen);
        List<Integer> unknown = seen.stream()
                .flatMap(page -> IntStream.rangeClosed(page - NEAR, page + NEAR).boxed())
                .filter(page -> page >= 0 && page < reading.pageCount() && !view.knowsSize(page))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            context.background().start(work -> sizes(unknown), this::sized, failure -> {});
        }
        context.background()
                .start(work -> context.client().onThisComputer(reading.book()), is -> here = is, failure -> {});
    }

    private Map<Integer, PageSize> sizes(List<Integer> pages) throws ClientException {
        Map<Integer, PageSize> sizes = new HashMap<>();
        for (int page : pages) {
            sizes.put(page, reading.pageSize(page));
        }
        return sizes;
    }

    private void sized(Map<Integer, PageSize> sizes) {
        if (!closed) {
            view.sized(sizes);
        }
    }

    private String meanwhile() {
        boolean connected = context.client().connectivity().state() == Connectivity.State.CONNECTED;
        return context.text().get(here ? "page.painting" : connected ? "page.fetching" : "page.waiting");
    }

    @Override
    public Optional<String> sentence(ClientException failure) {
        return OF_THE_PAGE.contains(failure.code())
                ? Optional.of(context.text()
                        .find("page." + failure.code())
                        .orElseGet(() -> context.text().error(failure)))
                : Optional.empty();
    }

    @Override
    public void failed(ClientException failure) {
        host.failed(failure);
    }

    @Override
    public void recovered() {
        host.recovered();
    }

    private void textCame(int page) {
        view.desk().repaint(page);
        if (page == view.page()) {
            String text = texts.at(page).map(PageWords::text).orElse("");
            view.desk().getAccessibleContext().setAccessibleDescription(text);
        }
        sought.filter(hit -> hit.page() == page).ifPresent(hit -> scrollToHit());
    }

    private void marksChanged() {
        view.desk().repaint();
    }

    @Override
    public void showHit(SearchHits.Hit hit, String query, int nth) {
        marks.found(query, hit.page(), nth);
        sought = Optional.of(hit);
        if (hit.page() != view.page()) {
            goToPage(hit.page());
        }
        texts.want(List.of(hit.page()));
        scrollToHit();
        view.desk().repaint();
    }

    private void scrollToHit() {
        sought.filter(hit -> view.desk().pages().has(hit.page()))
                .flatMap(hit -> texts.at(hit.page()))
                .ifPresent(words -> {
                    int page = sought.orElseThrow().page();
                    sought = Optional.empty();
                    marks.here(words).ifPresent(box -> reveal(page, box));
                });
    }

    private void reveal(int page, Rectangle2D box) {
        Rectangle there = view.desk().toDesk(page).createTransformedShape(box).getBounds();
        view.scroller().reveal(there);
    }

    @Override
    public void showNoHits() {
        sought = Optional.empty();
        if (marks.foundNothing()) {
            view.desk().repaint();
        }
    }

    @Override
    public void follow(Link link) {
        if (link.target() instanceof Link.ToAnchor there) {
            host.leaving();
            goToAnchor(there.anchor());
        } else if (link.target() instanceof Link.ToUri address) {
            links.open(address.uri());
        }
    }

    @Override
    public String describe(Link link) {
        return link.target() instanceof Link.ToAnchor there
                ? context.text().get("link.page", inRange(there.anchor()) + 1)
                : ((Link.ToUri) link.target()).uri();
    }

    @Override
    public void clicked(double across) {
        if (view.isPaged() && across > 2 / 3.0) {
            view.step(1, PageScroller.Landing.TOP);
        } else if (view.isPaged() && across < 1 / 3.0) {
            view.step(-1, PageScroller.Landing.TOP);
        }
    }

    @Override
    public void menu(MouseEvent event) {
        menu.show(event);
    }

    private void zoomBy(boolean larger) {
        view.zoom(Zoom.step(view.factor(), larger), view.middle());
    }

    private void arrange(boolean continuous, boolean facing) {
        Arrangement arrangement = new Arrangement(continuous, facing);
        before.arrangement(arrangement);
        view.arrange(arrangement);
    }

    private void toggleNight() {
        boolean night = !view.sheets().finish().night();
        before.night(night);
        view.night(night);
        thumbnails.ifPresent(pages -> pages.finish(view.sheets().finish()));
    }

    private void rotate(int by) {
        view.rotate(by);
        before.quarters(view.sheets().finish().quarters());
        thumbnails.ifPresent(pages -> pages.finish(view.sheets().finish()));
    }

    @Override
    public boolean chosen(Command command) {
        return switch (command) {
            case CONTINUOUS -> view.arrangement().continuous();
            case TWO_PAGES -> view.arrangement().facing();
            case FIT_PAGE -> view.zoom() instanceof Zoom.FitPage;
            case FIT_WIDTH -> view.zoom() instanceof Zoom.FitWidth;
            case NIGHT -> view.sheets().finish().night();
            default -> false;
        };
    }

    @Override
    public String zoomText() {
        return Math.round(view.factor() * 100) + " %";
    }

    @Override
    public boolean can(Command command) {
        return switch (command) {
            case COPY -> picker.hasSelection();
            case PRINT -> printing.isIdle();
            case ZOOM_IN,
                    ZOOM_OUT,
                    ZOOM_RESET,
                    FIT_PAGE,
                    FIT_WIDTH,
                    CONTINUOUS,
                    TWO_PAGES,
                    ROTATE_RIGHT,
                    ROTATE_LEFT,
                    NIGHT,
                    SELECT_ALL -> true;
            default -> PageScroller.moves(command);
        };
    }

    @Override
    public void run(Command command) {
        Arrangement now = view.arrangement();
        switch (command) {
            case ZOOM_IN -> zoomBy(true);
            case ZOOM_OUT -> zoomBy(false);
            case ZOOM_RESET -> view.zoom(new Zoom.Factor(1), view.middle());
            case FIT_PAGE -> view.fit(new Zoom.FitPage());
            case FIT_WIDTH -> view.fit(new Zoom.FitWidth());
            case CONTINUOUS -> arrange(!now.continuous(), now.facing());
            case TWO_PAGES -> arrange(now.continuous(), !now.facing());
            case ROTATE_RIGHT -> rotate(1);
            case ROTATE_LEFT -> rotate(-1);
            case NIGHT -> toggleNight();
            case SELECT_ALL -> picker.selectPage(view.page());
            case COPY -> picker.copy();
            case PRINT -> printing.print();
            default -> view.scroller().move(command);
        }
    }

    @Override
    public void remember() {
        view.here().ifPresent(held -> before.leave(view.page(), held));
    }

    @Override
    public void close() {
        closed = true;
        settled.stop();
        texts.close();
        printing.close();
        mouse.close();
        thumbnails.ifPresent(Thumbnails::close);
        view.close();
    }
}
