package netreader.ui.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import netreader.client.ClientException;
import netreader.client.Reading;
import netreader.client.SearchHits;
import netreader.ui.work.Running;
import netreader.ui.work.UiContext;

/**
 * A search through a book, piece by piece, from the page that is shown to the end and on from the start. Rests when it is
 * far ahead of whom it is for. Event thread.
 */
final class BookSearch {
    private static final int HITS_AT_A_TIME = 50;
    /** So many hits are looked for beyond the one that is shown. */
    private static final int AHEAD = 1000;

    /** What hears of a search. */
    interface Listener {
        /** Goes to a hit: the {@code nth}, from 0, of those on its page. */
        void show(SearchHits.Hit hit, String query, int nth);

        void changed(BookSearch search);

        void failed(ClientException failure);

        /** What was shown is not looked for any more. */
        void ended();
    }

    private final UiContext context;
    private final Reading reading;
    private final Listener listener;
    private Optional<Running> running = Optional.empty();
    private String query = "";
    /** In the order in which they are visited. */
    private final List<SearchHits.Hit> hits = new ArrayList<>();

    private long begin;
    private OptionalLong next = OptionalLong.empty();
    /** How many of the hits lie between the beginning of the search and the end of the book; -1 before that is known. */
    private int untilEnd = -1;

    private int current = -1;
    private boolean wrapped;
    private long anchor;

    BookSearch(UiContext context, Reading reading, Listener listener) {
        this.context = context;
        this.reading = reading;
        this.listener = listener;
    }

    /** Where a search that starts now begins. */
    void anchor(long newAnchor) {
        anchor = newAnchor;
    }

    boolean lookingFor(String words) {
        return !words.isEmpty() && words.equals(query);
    }

    void start(String words) {
        stop();
        if (words.isEmpty()) {
            return;
        }
        query = words;
        begin = anchor;
        next = OptionalLong.of(begin);
        goOn();
        listener.changed(this);
    }

    /** Looks again, in a book that is another one now. */
    void startAgain() {
        if (!query.isEmpty()) {
            start(query);
        }
    }

    void stop() {
        running.ifPresent(Running::cancel);
        running = Optional.empty();
        query = "";
        hits.clear();
        next = OptionalLong.empty();
        untilEnd = -1;
        current = -1;
        wrapped = false;
        listener.ended();
        listener.changed(this);
    }

    private void goOn() {
        if (running.isPresent() || next.isEmpty() || hits.size() - current > AHEAD) {
            return;
        }
        String words = query;
        long from = next.getAsLong();
        Consumer<SearchHits> found = this::found;
        running = Optional.of(
                context.background().start(work -> reading.find(words, from, HITS_AT_A_TIME), found, failure -> {
                    running = Optional.empty();
                    listener.failed(failure);
                }));
    }

    private void found(SearchHits piece) {
        running = Optional.empty();
        boolean first = hits.isEmpty();
        boolean fromStart = untilEnd >= 0;
        for (SearchHits.Hit hit : piece.hits()) {
            if (!fromStart || hit.anchor() < begin) {
                hits.add(hit);
            }
        }
        next = piece.next();
        if (fromStart && next.isPresent() && next.getAsLong() >= begin) {
            next = OptionalLong.empty();
        } else if (!fromStart && next.isEmpty()) {
            untilEnd = hits.size();
            next = begin > 0 ? OptionalLong.of(0) : OptionalLong.empty();
        }
        goOn();
        if (first && !hits.isEmpty()) {
            visit(0, 0);
        } else {
            listener.changed(this);
        }
    }

    /** Goes on by one hit, round the end of the book as soon as all are known. */
    void step(int direction) {
        int wanted = current + direction;
        if (complete() && !hits.isEmpty()) {
            wanted = Math.floorMod(wanted, hits.size());
        }
        if (wanted >= 0 && wanted < hits.size()) {
            visit(wanted, direction);
        } else {
            goOn(); // where the connection was lost, for one
        }
    }

    private void visit(int index, int direction) {
        wrapped = roundTheEnd(index, direction);
        current = index;
        SearchHits.Hit hit = hits.get(index);
        int nth = 0;
        while (index - nth > 0 && hits.get(index - nth - 1).page() == hit.page()) {
            nth++;
        }
        listener.show(hit, query, nth);
        listener.changed(this);
        goOn();
    }

    /** Whether the way to a hit leads over the end of the book, or back over its start. */
    private boolean roundTheEnd(int index, int direction) {
        if (direction == 0) {
            return untilEnd == 0; // there was nothing up to the end
        }
        int first = untilEnd < 0 ? -1 : untilEnd % hits.size();
        int last = untilEnd < 0 ? -1 : Math.floorMod(untilEnd - 1, hits.size());
        boolean forward = direction > 0 && current == last && index == first;
        boolean back = direction < 0 && current == first && index == last;
        return untilEnd >= 0 && (forward || back);
    }

    /** The hit's number in the book, from 1, if all are known. */
    private int number(int index) {
        int fromStart = untilEnd < 0 ? 0 : hits.size() - untilEnd;
        return index < hits.size() - fromStart ? fromStart + index + 1 : index - untilEnd + 1;
    }

    private boolean complete() {
        return next.isEmpty() && running.isEmpty();
    }

    /** Whether the whole book does not have the words. */
    boolean foundNothing() {
        return !query.isEmpty() && complete() && hits.isEmpty();
    }

    /** How the search stands, for a person; empty if there is none. */
    String describe() {
        if (query.isEmpty()) {
            return "";
        }
        if (foundNothing()) {
            return context.text().get("find.none");
        }
        if (hits.isEmpty()) {
            return context.text().get("find.looking");
        }
        String count = complete()
                ? context.text().get("find.count", number(current), hits.size())
                : context.text().get("find.more", hits.size());
        return wrapped ? count + "   " + context.text().get("find.wrapped") : count;
    }
}
