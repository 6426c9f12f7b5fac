package netreader.ui.painted;

import java.awt.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.client.BookDetails;
import netreader.client.ShelfBook;
import netreader.ui.book.OwnSettings;
import netreader.ui.book.SettingsMenu;
import netreader.ui.painted.layout.Zoom;
import netreader.ui.work.UiContext;

/** What may be chosen for a painted book, such as the size of its letters: its pages are others then. Event thread. */
final class PaintedSettings {
    private final UiContext context;
    private final OwnSettings own;
    private final Runnable openAgain;
    private Map<String, String> counting;

    PaintedSettings(UiContext context, ShelfBook book, Runnable openAgain) {
        this.context = context;
        this.own = new OwnSettings(context, book);
        this.openAgain = openAgain;
        counting = own.values();
    }

    /** Whether there is anything. */
    boolean some() {
        return !own.settings().isEmpty();
    }

    /** Pages that are laid out for their reader are read whole; others are as large as their makers wanted paper. */
    Zoom usualZoom() {
        return some() ? new Zoom.FitPage() : new Zoom.FitWidth();
    }

    void show(Component over) {
        new SettingsMenu(context.text(), chosen -> {
                    own.choose(chosen);
                    changed();
                })
                .showAtTheTopOf(over, new BookDetails(List.of(), own.settings(), Optional.empty()));
    }

    /** Something may have been chosen elsewhere. */
    void changed() {
        Map<String, String> now = own.values();
        if (!now.equals(counting)) {
            counting = now;
            openAgain.run();
        }
    }
}
