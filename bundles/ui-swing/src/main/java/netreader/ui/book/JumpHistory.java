package netreader.ui.book;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import netreader.client.Place;

/** The places from which a reader has jumped within a book, to go back to them and forward again. Event thread. */
final class JumpHistory {
    /** More than anybody goes back. */
    private static final int LIMIT = 200;

    private final Deque<Place> back = new ArrayDeque<>();
    private final Deque<Place> forward = new ArrayDeque<>();

    /** The reader is about to jump from here; what lay ahead is forgotten. */
    void leaving(Place here) {
        forward.clear();
        push(back, here);
    }

    /** The place before the last jump; from here one can go forward again. */
    Optional<Place> back(Place here) {
        return move(here, back, forward);
    }

    Optional<Place> forward(Place here) {
        return move(here, forward, back);
    }

    boolean canGoBack() {
        return !back.isEmpty();
    }

    boolean canGoForward() {
        return !forward.isEmpty();
    }

    /** A jump to where one was already is none that anybody wants to take back. */
    private static Optional<Place> move(Place here, Deque<Place> from, Deque<Place> to) {
        while (!from.isEmpty() && from.peek().anchor() == here.anchor()) {
            from.pop();
        }
        if (from.isEmpty()) {
            return Optional.empty();
        }
        push(to, here);
        return Optional.of(from.pop());
    }

    private static void push(Deque<Place> places, Place here) {
        if (places.isEmpty() || places.peek().anchor() != here.anchor()) {
            places.push(here);
        }
        if (places.size() > LIMIT) {
            places.removeLast();
        }
    }
}
