package netreader.ui.book;

import java.util.Optional;
import java.util.function.Consumer;
import netreader.client.Contents;
import netreader.client.Reading;
import netreader.ui.work.Running;
import netreader.ui.work.UiContext;

/** Gets the table of contents of an open book when somebody wants to see it, once. Event thread. */
final class BookContents {
    private final UiContext context;
    private final Reading reading;
    private final ContentsPanel panel;
    private final Consumer<Contents> came;
    private final Runnable changed;
    private Optional<Running> running = Optional.empty();
    private boolean here;
    /** Asked for again when the reader wants to see them, not with every page. */
    private boolean failed;

    /**
     * @param panel in which they are shown
     * @param came is given them
     * @param changed hears that the book is another one on the server now
     */
    BookContents(UiContext context, Reading reading, ContentsPanel panel, Consumer<Contents> came, Runnable changed) {
        this.context = context;
        this.reading = reading;
        this.panel = panel;
        this.came = came;
        this.changed = changed;
    }

    void load() {
        if (here || running.isPresent()) {
            return;
        }
        panel.say(context.text().get("contents.loading"));
        running = Optional.of(context.background().start(work -> reading.contents(), this::arrived, failure -> {
            running = Optional.empty();
            failed = true;
            if (failure.is("CHANGED")) {
                changed.run();
            }
            panel.say(context.text().error(failure));
        }));
    }

    private void arrived(Contents contents) {
        running = Optional.empty();
        here = true;
        failed = false;
        panel.show(contents);
        came.accept(contents);
    }

    /** Behind the first page, so that its headings are known soon. */
    void loadUnlessFailed() {
        if (!failed) {
            load();
        }
    }

    /** What failed may be asked for again. */
    void forgive() {
        failed = false;
    }

    /** The book has other contents. */
    void outdate() {
        here = false;
    }

    void close() {
        running.ifPresent(Running::cancel);
    }
}
