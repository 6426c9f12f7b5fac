package netreader.ui;

import java.awt.EventQueue;
import javax.swing.Timer;
import netreader.ui.work.UiContext;

/** Keeps tabs, window and settings soon after they change, so that a reader that is killed comes back as it was. */
final class WindowMemory {
    /** Changes come in crowds: a window that is dragged, tabs that are opened one after the other. */
    private static final int MILLIS = 800;

    private final UiContext context;
    private final WindowPlace place;
    private final OpenTabs tabs;
    private final Timer timer = new Timer(MILLIS, e -> saveBeside());

    WindowMemory(UiContext context, WindowPlace place, OpenTabs tabs) {
        this.context = context;
        this.place = place;
        this.tabs = tabs;
        timer.setRepeats(false);
        place.listen(timer::restart);
        context.preferences().listen(() -> EventQueue.invokeLater(timer::restart));
    }

    /** Something is not as it was when it was saved. */
    void changed() {
        timer.restart();
    }

    private void gather() {
        place.save();
        tabs.save(context.preferences());
    }

    private void saveBeside() {
        gather();
        context.background()
                .start(
                        work -> {
                            context.preferences().save();
                            return true;
                        },
                        done -> {},
                        failure -> {});
    }

    void saveNow() {
        timer.stop();
        gather();
        context.preferences().save();
    }

    /** Saves for the last time. */
    void close() {
        context.preferences().listen(() -> {});
        saveNow();
    }
}
