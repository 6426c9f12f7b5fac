package netreader.ui.flowing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import netreader.client.ClientException;
import netreader.client.FlowingReading;
import netreader.client.TextPage;
import netreader.ui.work.Job;
import netreader.ui.work.Running;
import netreader.ui.work.UiContext;

/** Gets pages from the server, the next one and the one before ahead of being asked for. Event thread. */
final class TextPages {
    private static final int KEPT = 32;

    private final UiContext context;
    private final FlowingReading reading;
    private final Map<Integer, TextPage> sources = kept();
    private final Map<Integer, Arrived> pages = kept();
    private Running wanted = new Running();
    private Running ahead = new Running();
    private final Runnable neighbourCame;
    private final Consumer<ClientException> aheadFailed;

    /** A page with its paragraphs found. */
    record Arrived(TextPage page, PageText text) {}

    /** What came from the server: a page, and the one before it if that was needed. */
    private record Fetched(Arrived arrived, Optional<TextPage> before) {}

    /**
     * @param neighbourCame hears that a page has come that nobody has asked for yet
     * @param aheadFailed hears why such a page could not be had
     */
    TextPages(
            UiContext context, FlowingReading reading, Runnable neighbourCame, Consumer<ClientException> aheadFailed) {
        this.context = context;
        this.neighbourCame = neighbourCame;
        this.aheadFailed = aheadFailed;
        this.reading = reading;
    }

    private static <T> Map<Integer, T> kept() {
        return new LinkedHashMap<>(KEPT, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, T> eldest) {
                return size() > KEPT;
            }
        };
    }

    /** Delivers the page, at once if it is here; what was wanted before is not any more. */
    void want(int page, Consumer<Arrived> arrived, Consumer<ClientException> failed) {
        wanted.cancel();
        Arrived here = pages.get(page);
        if (here != null) {
            deliver(here, arrived);
        } else {
            ask(fetch(page), arrived, failed);
        }
    }

    /** Delivers the page that holds the anchor. */
    void wantAt(long anchor, Consumer<Arrived> arrived, Consumer<ClientException> failed) {
        wanted.cancel();
        ask(work -> follow(reading.pageAt(anchor), Optional.empty()), arrived, failed);
    }

    private void ask(Job<Fetched> job, Consumer<Arrived> arrived, Consumer<ClientException> failed) {
        wanted = context.background()
                .start(
                        job,
                        fetched -> {
                            keep(fetched);
                            deliver(fetched.arrived(), arrived);
                        },
                        failed);
    }

    private Job<Fetched> fetch(int page) {
        Optional<TextPage> source = Optional.ofNullable(sources.get(page));
        Optional<TextPage> before = Optional.ofNullable(sources.get(page - 1));
        return work -> follow(source.isPresent() ? source.get() : reading.page(page), before);
    }

    /** Only the page before tells whether this one begins a line. */
    private Fetched follow(TextPage page, Optional<TextPage> knownBefore) throws ClientException {
        Optional<TextPage> before = knownBefore;
        if (page.page() > 0 && before.isEmpty()) {
            before = Optional.of(reading.page(page.page() - 1));
        }
        boolean inLine = page.page() > 0 && goesOn(before.map(TextPage::text).orElse(""));
        return new Fetched(new Arrived(page, PageText.of(page.text(), inLine)), before);
    }

    static boolean goesOn(String before) {
        return !before.isEmpty() && !before.endsWith("\n") && !before.endsWith("\r");
    }

    private void deliver(Arrived here, Consumer<Arrived> arrived) {
        arrived.accept(here);
        getAhead(here.page());
    }

    /** First the next one, then the one before. */
    private void getAhead(TextPage page) {
        ahead.cancel();
        int next = page.page() + 1;
        int previous = page.page() - 1;
        List<Integer> missing = new ArrayList<>();
        if (next < page.pages() && !pages.containsKey(next)) {
            missing.add(next);
        }
        if (previous >= 0 && !pages.containsKey(previous)) {
            missing.add(previous);
        }
        getAhead(missing);
    }

    private void getAhead(List<Integer> missing) {
        if (missing.isEmpty()) {
            neighbourCame.run();
            return;
        }
        ahead = context.background()
                .start(
                        fetch(missing.get(0)),
                        fetched -> {
                            keep(fetched);
                            neighbourCame.run();
                            if (missing.size() > 1) {
                                getAhead(missing.subList(1, missing.size()));
                            }
                        },
                        aheadFailed);
    }

    /** A page that is here. */
    Optional<Arrived> here(int page) {
        return Optional.ofNullable(pages.get(page));
    }

    private void keep(Fetched fetched) {
        TextPage page = fetched.arrived().page();
        sources.put(page.page(), page);
        fetched.before().ifPresent(before -> sources.put(before.page(), before));
        pages.put(page.page(), fetched.arrived());
    }

    /** The text is another one now. */
    void forget() {
        ahead.cancel();
        sources.clear();
        pages.clear();
    }

    void close() {
        wanted.cancel();
        ahead.cancel();
    }
}
