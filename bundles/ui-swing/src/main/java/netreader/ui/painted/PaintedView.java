package netreader.ui.painted;

import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.swing.JComponent;
import netreader.client.ClientException;
import netreader.client.Connectivity;
import netreader.client.PaintedReading;
import netreader.client.Place;
import netreader.client.SearchHits;
import netreader.format.Link;
import netreader.ui.book.BookView;
import netreader.ui.book.PageScroller;
import netreader.ui.command.Command;
import netreader.ui.painted.text.PageTexts;
import netreader.ui.painted.text.PageWords;
import netreader.ui.painted.text.TextSelection;
import netreader.ui.work.UiContext;

/** A painted book: its pages on a desk, with what can be done with them. Event thread. */
public final class PaintedView implements BookView, DeskView.Reader, DeskMouse.Deeds {
    /** Of these it is the page that is at fault; of others the network, the disk or a format that is away. */
    private static final Set<String> OF_THE_PAGE =
            Set.of("DAMAGED", "UNSUPPORTED", "TOO_COSTLY", "INTERNAL", ClientException.STUCK);

    private final UiContext context;
    private final PaintedReading reading;
    private final Host host;
    private final SeenBefore before;
    private final Marks marks = new Marks();
    private final PageTexts texts;
    private final PaintedHits hits;
    private final DeskView view;
    private final Links links;
    private final DeskMouse mouse;
    private final DeskMenu menu;
    private final Printing printing;
    private final PaintedSettings settings;
    private final PaintedCommands commands;
    private Optional<Thumbnails> thumbnails = Optional.empty();
    private final SettledPages settled;

    public PaintedView(UiContext context, PaintedReading reading, Optional<Place> place, Host host) {
        this.context = context;
        this.reading = reading;
        this.host = host;
        texts = new PageTexts(context.background(), reading, this::textCame);
        TextPicker picker = new TextPicker(context.background(), reading, texts, marks, this::marksChanged);
        settings = new PaintedSettings(context, reading.book(), () -> host.openAgain(reading.anchorOf(page())));
        before = new SeenBefore(context.preferences(), reading.book(), settings.usualZoom());
        int page = place.map(there -> reading.pageAt(there.anchor())).orElse(0);
        view = new DeskView(
                context, reading, texts, marks, before.arrangement(reading.direction()), before.zoom(), page, this);
        view.night(before.night());
        view.rotate(before.quarters());
        before.left(page, reading.pageCount()).ifPresent(view::goOnAt);
        view.sheets().meanwhile(this::meanwhile);
        settled = new SettledPages(context, reading, texts, view);
        hits = new PaintedHits(view, texts, marks, this::goToPage);
        links = new Links(context.background(), this::tell);
        printing = new Printing(context.background(), reading, this::tell);
        commands = new PaintedCommands(
                view,
                picker,
                printing,
                settings,
                before,
                finish -> thumbnails.ifPresent(pages -> pages.finish(finish)));
        menu = new DeskMenu(context.text(), this);
        mouse = new DeskMouse(view.desk(), texts, picker, this);
        view.desk().getAccessibleContext().setAccessibleName(reading.book().title());
    }

    private int inRange(int wanted) {
        return Math.max(0, Math.min(wanted, reading.pageCount() - 1));
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
        goToPage(reading.pageAt(anchor));
    }

    @Override
    public void changed() {
        settings.changed();
    }

    @Override
    public void retry() {
        view.retry();
    }

    @Override
    public void turned(int page) {
        before.zoom(view.zoom()); // the wheel changes it too
        host.turned(page, reading.pageCount(), reading.anchorOf(page));
        thumbnails.ifPresent(pages -> pages.follow(page));
    }

    @Override
    public void sees(List<Integer> pages) {
        settled.sees(pages);
    }

    private String meanwhile() {
        boolean connected = context.client().connectivity().state() == Connectivity.State.CONNECTED;
        return context.text().get(settled.isHere() ? "page.painting" : connected ? "page.fetching" : "page.waiting");
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
        view.describe(page, texts.at(page).map(PageWords::text).orElse(""));
        hits.textCame(page);
    }

    private void marksChanged() {
        view.desk().repaint();
    }

    @Override
    public void showHit(SearchHits.Hit hit, String query, int nth) {
        hits.show(hit, query, nth);
    }

    @Override
    public void showNoHits() {
        hits.showNone();
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
                ? context.text().get("link.page", reading.pageAt(there.anchor()) + 1)
                : ((Link.ToUri) link.target()).uri();
    }

    @Override
    public void clicked(double across) {
        if (view.isPaged() && across > 2 / 3.0) {
            view.step(view.onTheRight(), PageScroller.Landing.TOP);
        } else if (view.isPaged() && across < 1 / 3.0) {
            view.step(-view.onTheRight(), PageScroller.Landing.TOP);
        }
    }

    @Override
    public void menu(MouseEvent event) {
        menu.show(event);
    }

    @Override
    public String zoomText() {
        return Math.round(view.factor() * 100) + " %";
    }

    @Override
    public boolean chosen(Command command) {
        return commands.chosen(command);
    }

    @Override
    public boolean can(Command command) {
        return commands.can(command);
    }

    @Override
    public void run(Command command) {
        commands.run(command);
    }

    @Override
    public void remember() {
        view.here().ifPresent(held -> before.leave(view.page(), held));
    }

    @Override
    public void close() {
        settled.close();
        texts.close();
        printing.close();
        mouse.close();
        thumbnails.ifPresent(Thumbnails::close);
        view.close();
    }
}
