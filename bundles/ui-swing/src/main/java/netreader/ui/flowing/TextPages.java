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
    private final Map<Integer, TextPage> pages = new LinkedHashMap<>(KEPT, 0.75f, true);
    private Running wanted = new Running();
    private Running ahead = new Running();

    TextPages(UiContext context, FlowingReading reading) {
        this.context = context;
        this.reading = reading;
    }

    /** Delivers the page, at once if it is here; what was wanted before is not any more. */
    void want(int page, Consumer<TextPage> arrived, Consumer<ClientException> failed) {
        wanted.cancel();
        Optional.ofNullable(pages.get(page))
                .ifPresentOrElse(
                        here -> deliver(here, arrived), () -> ask(work -> reading.page(page), arrived, failed));
    }

    /** Delivers the page that holds the anchor. */
    void wantAt(long anchor, Consumer<TextPage> arrived, Consumer<ClientException> failed) {
        wanted.cancel();
        ask(work -> reading.pageAt(anchor), arrived, failed);
    }

    private void ask(Job<TextPage> job, Consumer<TextPage> arrived, Consumer<ClientException> failed) {
        wanted = context.background().start(job, page -> deliver(page, arrived), failed);
    }

    private void deliver(TextPage page, Consumer<TextPage> arrived) {
        keep(page);
        arrived.accept(page);
        int next = page.page() + 1;
        if (next < page.pages() && !pages.containsKey(next)) {
            ahead.cancel();
            ahead = context.background().start(work -> reading.page(next), this::keep, failure -> {});
        }
    }

    private void keep(TextPage page) {
        pages.put(page.page(), page);
        if (pages.size() > KEPT) {
            pages.remove(pages.keySet().iterator().next());
        }
    }

    void close() {
        wanted.cancel();
        ahead.cancel();
    }
}
