package netreader.ui.flowing;

import java.awt.Font;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.Timer;
import netreader.ui.work.Background;
import netreader.ui.work.Running;

/**
 * Sets pages in the style and width of the moment: the page that is shown at once if it is of usual length, long ones and
 * those that will be shown next in the background. Event thread.
 */
final class SetPages {
    /** Up to so many characters are set on the event thread, in some milliseconds. */
    private static final int AT_ONCE = 8000;
    /** Glyphs that depend on their neighbours take some fifty times as long. */
    private static final int SHAPED_AT_ONCE = 400;

    /** While a window is dragged to another size, pages beside the one on the screen are not set anew. */
    private static final int REST_MILLIS = 150;

    private final Background background;
    private final Runnable arrived;
    private final Map<PageText, TextBlock> blocks = new HashMap<>();
    private final Map<PageText, Running> underway = new HashMap<>();
    private final List<PageText> wanted = new ArrayList<>();
    private final Timer rest = new Timer(REST_MILLIS, e -> setWanted());
    private Optional<Typesetter> typesetter = Optional.empty();

    /** @param arrived hears that a page was set in the background */
    SetPages(Background background, Runnable arrived) {
        this.background = background;
        this.arrived = arrived;
        rest.setRepeats(false);
    }

    /** From now on pages are set so. */
    void use(Typesetter now) {
        if (typesetter.filter(now::equals).isEmpty()) {
            typesetter = Optional.of(now);
            blocks.clear();
            underway.values().forEach(Running::cancel);
            underway.clear();
            rest.restart();
        }
    }

    /** The page, if it was set already or can be at once; else it is set in the background. */
    Optional<TextBlock> get(PageText page) {
        TextBlock here = blocks.get(page);
        if (here != null || typesetter.isEmpty()) {
            return Optional.ofNullable(here);
        }
        if (takesLong(page.text())) {
            setBeside(page);
            return Optional.empty();
        }
        TextBlock block = typesetter.get().set(page);
        blocks.put(page, block);
        return Optional.of(block);
    }

    private static boolean takesLong(String text) {
        return text.length() > AT_ONCE
                || (text.length() > SHAPED_AT_ONCE && Font.textRequiresLayout(text.toCharArray(), 0, text.length()));
    }

    /** These will be wanted soon, and no others. */
    void want(List<PageText> pages) {
        wanted.clear();
        wanted.addAll(pages);
        blocks.keySet().removeIf(page -> pages.stream().noneMatch(page::equals));
        setWanted();
    }

    private void setWanted() {
        wanted.forEach(this::setBeside);
    }

    private void setBeside(PageText page) {
        if (blocks.containsKey(page) || underway.containsKey(page) || typesetter.isEmpty()) {
            return;
        }
        Typesetter now = typesetter.get();
        underway.put(
                page,
                background.start(
                        work -> now.set(page),
                        block -> {
                            underway.remove(page);
                            blocks.put(page, block);
                            arrived.run();
                        },
                        failure -> underway.remove(page)));
    }

    void close() {
        rest.stop();
        underway.values().forEach(Running::cancel);
    }
}
