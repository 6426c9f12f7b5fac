package netreader.client.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netreader.client.OtherPlace;
import netreader.client.Place;
import netreader.protocol.Reply;

/**
 * Where books were left, here and on the reader's other devices. Each turn of a page has a number that grows, so that the
 * server can tell what is late or repeated; what it has not heard is told again until it has. Clocks count for nothing:
 * what is later the server says. Any thread.
 */
final class Places {
    private final ReaderStore store;
    private final Clock clock;
    private final Map<Long, KeptPlace> places = new HashMap<>();
    /** The server's numbers of what other devices told while this one could not be heard, until it is offered. */
    private final Map<Long, Set<Long>> missed = new HashMap<>();

    private final Map<Long, List<OtherPlace>> others = new HashMap<>();
    private final Map<Long, OtherPlace> takenOver = new HashMap<>();
    private String catalogue = "";

    Places(ReaderStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What is remembered of the catalogue; what was turned before that is known stays, as a later update. */
    synchronized void recall(String known, Map<Long, KeptPlace> remembered) {
        catalogue = known;
        Map<Long, KeptPlace> before = Map.copyOf(places);
        places.putAll(remembered);
        before.forEach((book, kept) -> put(
                book,
                remembered.containsKey(book) ? kept.above(remembered.get(book).count()) : kept));
    }

    /** Numbers of the catalogue mean nothing in another one. */
    synchronized void forget() {
        places.clear();
        missed.clear();
        others.clear();
        takenOver.clear();
    }

    private void put(long book, KeptPlace kept) {
        places.put(book, kept);
        store.savePlace(catalogue, book, kept);
    }

    synchronized Optional<Place> place(long book) {
        return Optional.ofNullable(places.get(book)).map(KeptPlace::place);
    }

    /** When a page was last turned here, or the place of another device was heard. */
    synchronized Optional<Instant> time(long book) {
        return Optional.ofNullable(places.get(book)).map(kept -> Instant.ofEpochMilli(kept.time()));
    }

    /** The books of which a page was turned here, the last one first. */
    synchronized List<Long> latestFirst() {
        return places.entrySet().stream()
                .filter(entry -> entry.getValue().count() > 0)
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().time()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** As {@link netreader.client.Client#otherPlaces}. */
    synchronized List<OtherPlace> others(long book) {
        return others.getOrDefault(book, List.of());
    }

    /** As {@link netreader.client.Client#takenOver}. */
    synchronized Optional<OtherPlace> takenOver(long book) {
        return Optional.ofNullable(takenOver.get(book));
    }

    /** The reader is at a place; the server is to hear of it. */
    synchronized void remember(long book, Place place) {
        KeptPlace before = places.get(book);
        if (before != null && before.place().equals(place)) {
            return;
        }
        long count = before == null ? 0 : before.count();
        put(book, new KeptPlace(place, clock.millis(), count + 1, false));
    }

    /** A book is another one now, where it was not read yet. */
    synchronized void carryOver(long from, long to) {
        KeptPlace kept = places.get(from);
        if (kept != null && !places.containsKey(to)) {
            put(to, kept.count() == 0 ? kept : kept.toldAs(false));
        }
    }

    /**
     * What the server is to hear, by book. It is on the disk by now, if that can be written: the server never knows more
     * of this device than a kill leaves it.
     */
    Map<Long, KeptPlace> untold() {
        Map<Long, KeptPlace> untold = new HashMap<>();
        synchronized (this) {
            places.forEach((book, place) -> {
                if (!place.told()) {
                    untold.put(book, place);
                }
            });
        }
        if (!untold.isEmpty()) {
            store.flushPlaces();
        }
        return untold;
    }

    /** The server has answered what it was told. */
    synchronized void answered(long book, KeptPlace told, Reply.Kept answer) {
        KeptPlace now = places.get(book);
        if (now == null) {
            return; // another catalogue is read by now
        }
        boolean counted = answer.count().isEmpty()
                || (answer.count().get() == told.count() && answer.place().isEmpty());
        if (!counted) {
            settle(book, now, answer.count().get(), answer.place());
        } else if (now.count() == told.count()) {
            put(book, now.toldAs(true));
        }
    }

    /**
     * The server has a later update of this very device than is remembered here: the memory was restored from a backup.
     * That place counts, unless the reader has moved since.
     */
    private void settle(long book, KeptPlace now, long count, Optional<Reply.Place> place) {
        if (place.isPresent() && count > now.count() && now.told()) {
            put(book, new KeptPlace(place(place.get()), now.time(), count, true));
        } else {
            put(book, now.above(count));
        }
    }

    /** What the server has, before it is told what this device has kept while it could not be reached. */
    synchronized void heardAfterPause(long book, Reply.Position answer, List<netreader.protocol.OtherPlace> told) {
        compare(book, answer);
        told.stream()
                .filter(netreader.protocol.OtherPlace::later)
                .forEach(other ->
                        missed.computeIfAbsent(book, id -> new HashSet<>()).add(other.sequence()));
    }

    /** What the server has when a book is opened. */
    synchronized void heardAtOpening(long book, Reply.Position answer, List<netreader.protocol.OtherPlace> told) {
        takenOver.remove(book);
        compare(book, answer);
        Set<Long> news = missed.getOrDefault(book, Set.of());
        missed.remove(book);
        List<netreader.protocol.OtherPlace> latestFirst = told.stream()
                .sorted(Comparator.comparingLong(netreader.protocol.OtherPlace::sequence)
                        .reversed())
                .toList();
        KeptPlace kept = places.get(book);
        if (kept != null && kept.count() == 0) { // the device has no place of its own, but the latest of the others
            others.remove(book);
            latestFirst.stream().findFirst().ifPresent(other -> takenOver.put(book, other(other)));
            return;
        }
        others.put(
                book,
                latestFirst.stream()
                        .filter(other -> other.later() || news.contains(other.sequence()))
                        .map(Places::other)
                        .filter(other -> kept == null || !other.place().equals(kept.place()))
                        .toList());
    }

    private void compare(long book, Reply.Position answer) {
        KeptPlace kept = places.get(book);
        long count = answer.count().orElse(0L);
        if (kept == null || (kept.count() == 0 && answer.count().isPresent())) {
            answer.place()
                    .map(Places::place)
                    .ifPresent(place -> put(book, new KeptPlace(place, clock.millis(), count, true)));
        } else if (answer.count().isPresent() && count > kept.count()) {
            settle(book, kept, count, answer.place());
        } else if (answer.count().isPresent() && count < kept.count() && kept.told()) {
            put(book, kept.toldAs(false)); // the server has forgotten it
        }
    }

    private static Place place(Reply.Place told) {
        return new Place(Math.max(0, told.anchor()), told.fraction());
    }

    private static OtherPlace other(netreader.protocol.OtherPlace told) {
        return new OtherPlace(
                told.device().strip(),
                new Place(Math.max(0, told.anchor()), told.fraction()),
                told.time() == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(told.time())));
    }
}
