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
    private final Runnable changed;

    /** Of which the pages are that are kept. */
    private int edition;

    /** A page with its paragraphs found. */
    record Arrived(TextPage page, PageText text) {}

    /** What came from the server: a page of at least this edition, and the one before it if that was needed. */
    private record Fetched(int edition, Arrived arrived, Optional<TextPage> before) {}

    /**
     * @param neighbourCame hears that a page has come that nobody has asked for yet
     * @param changed hears that the pages which came ahead are of another text, or that those which are here are old
     */
    TextPages(UiContext context, FlowingReading reading, Runnable neighbourCame, Runnable changed) {
        this.context = context;
        this.neighbourCame = neighbourCame;
        this.changed = changed;
        this.reading = reading;
        this.edition = reading.edition();
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
        if (reading.edition() != edition) {
            changed.run();
        } else if (here != null) {
            deliver(here, arrived);
        } else {
            ask(fetch(page), arrived, failed);
        }
    }

    /** Delivers the page that holds the anchor. */
    void wantAt(long anchor, Consumer<Arrived> arrived, Consumer<ClientException> failed) {
        wanted.cancel();
        ask(
                work -> {
                    int now = reading.edition();
                    return follow(now, reading.pageAt(anchor), Optional.empty());
                },
                arrived,
                failed);
    }

    private void ask(Job<Fetched> job, Consumer<Arrived> arrived, Consumer<ClientException> failed) {
        wanted = context.background()
                .start(
                        job,
                        fetched -> {
                            if (keeps(fetched)) {
                                deliver(fetched.arrived(), arrived);
                            }
                        },
                        failed);
    }

    private Job<Fetched> fetch(int page) {
        Optional<TextPage> source = Optional.ofNullable(sources.get(page));
        Optional<TextPage> before = Optional.ofNullable(sources.get(page - 1));
        return work -> {
            int now = reading.edition();
            return follow(now, source.isPresent() ? source.get() : reading.page(page), before);
        };
    }

    /** Only the page before tells whether this one begins a line. */
    private Fetched follow(int now, TextPage page, Optional<TextPage> knownBefore) throws ClientException {
        Optional<TextPage> before = knownBefore;
        if (page.page() > 0 && before.isEmpty()) {
            before = Optional.of(reading.page(page.page() - 1));
        }
        boolean inLine = page.page() > 0 && goesOn(before.map(TextPage::text).orElse(""));
        return new Fetched(now, new Arrived(page, PageText.of(page.text(), inLine)), before);
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
                            if (keeps(fetched)) {
                                neighbourCame.run();
                                if (missing.size() > 1) {
                                    getAhead(missing.subList(1, missing.size()));
                                }
                            }
                        },
                        failure -> {
                            if (failure.is("CHANGED")) {
                                changed.run();
                            }
                        });
    }

    /** A page that is here. */
    Optional<Arrived> here(int page) {
        return Optional.ofNullable(pages.get(page));
    }

    /** False if the pages that are here are of another text. */
    private boolean keeps(Fetched fetched) {
        if (pages.isEmpty()) {
            edition = fetched.edition();
        }
        if (fetched.edition() != edition) {
            changed.run();
            return false;
        }
        TextPage page = fetched.arrived().page();
        sources.put(page.page(), page);
        fetched.before().ifPresent(before -> sources.put(before.page(), before));
        pages.put(page.page(), fetched.arrived());
        return true;
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
