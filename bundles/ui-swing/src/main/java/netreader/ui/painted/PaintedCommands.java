package netreader.ui.painted;

import java.util.function.Consumer;
import netreader.ui.book.PageScroller;
import netreader.ui.command.Command;
import netreader.ui.command.CommandTarget;
import netreader.ui.painted.layout.Arrangement;
import netreader.ui.painted.layout.Zoom;

/** What the reader can have done with a painted book. Event thread. */
final class PaintedCommands implements CommandTarget {
    private final DeskView view;
    private final TextPicker picker;
    private final Printing printing;
    private final PaintedSettings settings;
    private final SeenBefore before;
    private final Consumer<Finish> finished;

    /** @param finished hears that pages are turned or dark from now on, or are so no longer */
    PaintedCommands(
            DeskView view,
            TextPicker picker,
            Printing printing,
            PaintedSettings settings,
            SeenBefore before,
            Consumer<Finish> finished) {
        this.view = view;
        this.picker = picker;
        this.printing = printing;
        this.settings = settings;
        this.before = before;
        this.finished = finished;
    }

    private void zoomBy(boolean larger) {
        view.zoom(Zoom.step(view.factor(), larger), view.middle());
    }

    private void arrange(boolean continuous, boolean facing) {
        Arrangement arrangement =
                new Arrangement(continuous, facing, view.arrangement().direction());
        before.arrangement(arrangement);
        view.arrange(arrangement);
    }

    private void toggleNight() {
        boolean night = !view.sheets().finish().night();
        before.night(night);
        view.night(night);
        finished.accept(view.sheets().finish());
    }

    private void rotate(int by) {
        view.rotate(by);
        before.quarters(view.sheets().finish().quarters());
        finished.accept(view.sheets().finish());
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
    public boolean can(Command command) {
        return switch (command) {
            case COPY -> picker.hasSelection();
            case PRINT -> printing.isIdle();
            case BOOK_SETTINGS -> settings.some();
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
            case BOOK_SETTINGS -> settings.show(view.scroller());
            default -> view.scroller().move(command);
        }
    }
}
