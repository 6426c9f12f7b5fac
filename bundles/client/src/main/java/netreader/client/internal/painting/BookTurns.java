package netreader.client.internal.painting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets the calls to a book in one after the other: the page that is wanted comes before everything else. Any thread. */
public final class BookTurns {
    /** The first goes first. */
    public enum Rank {
        /** A page that somebody looks for. */
        PAGE,
        /** Text, links, contents, a piece of a search. */
        CALL,
        /** A page that may be looked for next. */
        AHEAD,
        /** What can wait until nobody wants anything else. */
        SPARE
    }

    private final List<Turn> waiting = new ArrayList<>();
    private Optional<Turn> holder = Optional.empty();

    /** The right to call the book, until it is closed. */
    public final class Turn implements AutoCloseable {
        private final Supplier<Rank> rank;
        private long since;
        private boolean abandoned;
        private Runnable whenEnded = () -> {};

        private Turn(Supplier<Rank> rank) {
            this.rank = rank;
        }

        private Rank rank() {
            return rank.get();
        }

        /** Somebody else has been let in meanwhile; the book must not be called any more. */
        public boolean abandoned() {
            synchronized (BookTurns.this) {
                return abandoned;
            }
        }

        @Override
        public void close() {
            synchronized (BookTurns.this) {
                if (!abandoned) {
                    holder = Optional.empty();
                    BookTurns.this.notifyAll();
                }
            }
            whenEnded.run();
        }
    }

    /**
     * Waits until it is the caller's turn; among equals, who came first goes first.
     *
     * @param rank asked again whenever a turn ends or ranks {@link #changed}; may not lock anything
     */
    public synchronized Turn take(Supplier<Rank> rank) throws InterruptedException {
        Turn turn = new Turn(rank);
        waiting.add(turn);
        try {
            while (holder.isPresent() || next() != turn) {
                wait();
            }
            turn.since = System.nanoTime();
            holder = Optional.of(turn);
        } finally {
            waiting.remove(turn);
            notifyAll();
        }
        return turn;
    }

    private Turn next() {
        return waiting.stream().min(Comparator.comparing(Turn::rank)).orElseThrow();
    }

    /** Somebody who waits has another rank now. */
    synchronized void changed() {
        notifyAll();
    }

    public synchronized boolean waits(Rank rank) {
        return waiting.stream().anyMatch(turn -> turn.rank() == rank);
    }

    /** Whether somebody waits who goes before that rank. */
    public synchronized boolean waitsBefore(Rank rank) {
        return waiting.stream().anyMatch(turn -> turn.rank().compareTo(rank) < 0);
    }

    /** Whether somebody has had the turn for so long. */
    synchronized boolean heldFor(Duration limit) {
        return holder.filter(turn -> System.nanoTime() - turn.since >= limit.toNanos())
                .isPresent();
    }

    /**
     * Takes the turn from whoever has it and has been stuck.
     *
     * @param whenEnded run when the one who was stuck has come back after all
     */
    synchronized void abandon(Runnable whenEnded) {
        holder.ifPresent(turn -> {
            turn.abandoned = true;
            turn.whenEnded = whenEnded;
        });
        holder = Optional.empty();
        notifyAll();
    }
}
