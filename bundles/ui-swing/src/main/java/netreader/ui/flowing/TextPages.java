package netreader.ui.flowing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import netreader.client.ClientException;
import netreader.client.FlowingReading;
import netreader.client.TextPage;
import netreader.ui.work.Job;
import netreader.ui.work.Running;
import netreader.ui.work.UiContext;

/** Gets pages from the server, the next one before it is asked for. Event thread. */
final class TextPages {
    private static final int KEPT = 32;

    private final UiContext context;
    private final FlowingReading reading;
    private final Map<Integer, Arrived> pages = new LinkedHashMap<>(KEPT, 0.75f, true);
    private Running wanted = new Running();
    private Running ahead = new Running();
    private final Consumer<ClientException> aheadFailed;

    /** @param inLine whether the page begins in the middle of a line */
    record Arrived(TextPage page, boolean inLine) {}

    /** @param aheadFailed hears why a page could not be had that nobody has asked for yet */
    TextPages(UiContext context, FlowingReading reading, Consumer<ClientException> aheadFailed) {
        this.context = context;
        this.aheadFailed = aheadFailed;
        this.reading = reading;
    }

    /** Delivers the page, at once if it is here; what was wanted before is not any more. */
    void want(int page, Consumer<Arrived> arrived, Consumer<ClientException> failed) {
        wanted.cancel();
        Optional<TextPage> before = Optional.ofNullable(pages.get(page - 1)).map(Arrived::page);
        Optional.ofNullable(pages.get(page))
                .ifPresentOrElse(
                        here -> deliver(here, arrived),
                        () -> ask(work -> follow(reading.page(page), before), arrived, failed));
    }

    /** Delivers the page that holds the anchor. */
    void wantAt(long anchor, Consumer<Arrived> arrived, Consumer<ClientException> failed) {
        wanted.cancel();
        ask(work -> follow(reading.pageAt(anchor), Optional.empty()), arrived, failed);
    }

    private void ask(Job<Arrived> job, Consumer<Arrived> arrived, Consumer<ClientException> failed) {
        wanted = context.background().start(job, page -> deliver(page, arrived), failed);
    }

    /** Only the page before tells whether this one begins a line. */
    private Arrived follow(TextPage page, Optional<TextPage> knownBefore) throws ClientException {
        if (page.page() == 0) {
            return new Arrived(page, false);
        }
        TextPage before = knownBefore.isPresent() ? knownBefore.get() : reading.page(page.page() - 1);
        return new Arrived(page, goesOn(before.text()));
    }

    static boolean goesOn(String before) {
        return !before.isEmpty() && !before.endsWith("\n") && !before.endsWith("\r");
    }

    private void deliver(Arrived here, Consumer<Arrived> arrived) {
        keep(here);
        arrived.accept(here);
        TextPage page = here.page();
        int next = page.page() + 1;
        if (next < page.pages() && !pages.containsKey(next)) {
            ahead.cancel();
            ahead = context.background()
                    .start(work -> follow(reading.page(next), Optional.of(page)), this::keep, aheadFailed);
        }
    }

    private void keep(Arrived arrived) {
        pages.put(arrived.page().page(), arrived);
        if (pages.size() > KEPT) {
            pages.remove(pages.keySet().iterator().next());
        }
    }

    /** The text is another one now. */
    void forget() {
        ahead.cancel();
        pages.clear();
    }

    void close() {
        wanted.cancel();
        ahead.cancel();
    }
}
