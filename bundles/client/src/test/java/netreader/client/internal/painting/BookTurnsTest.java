package netreader.client.internal.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import netreader.client.internal.painting.BookTurns.Rank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BookTurnsTest {
    private final BookTurns turns = new BookTurns();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new ArrayList<>();

    @Test
    void aWantedPageGoesFirstAndAPageAheadLast() throws Exception {
        BookTurns.Turn first = turns.take(() -> Rank.CALL);
        enter("ahead", () -> Rank.AHEAD);
        enter("call", () -> Rank.CALL);
        enter("second call", () -> Rank.CALL);
        enter("page", () -> Rank.PAGE);
        first.close();
        awaitAll();
        assertEquals(List.of("page", "call", "second call", "ahead"), order);
    }

    @Test
    void aPageAheadGoesFirstOnceItIsWanted() throws Exception {
        BookTurns.Turn first = turns.take(() -> Rank.CALL);
        AtomicReference<Rank> rank = new AtomicReference<>(Rank.AHEAD);
        enter("call", () -> Rank.CALL);
        enter("turned to", rank::get);
        rank.set(Rank.PAGE);
        turns.changed();
        first.close();
        awaitAll();
        assertEquals(List.of("turned to", "call"), order);
    }

    @Test
    void aTurnThatWasTakenAwayIsNotGivenBackTwice() throws Exception {
        BookTurns.Turn stuck = turns.take(() -> Rank.CALL);
        turns.abandon(() -> order.add("it came back"));
        try (BookTurns.Turn other = turns.take(() -> Rank.CALL)) {
            stuck.close();
            assertFalse(other.abandoned());
            enter("page", () -> Rank.PAGE);
            assertEquals(List.of("it came back"), order);
        }
        awaitAll();
    }

    private void enter(String name, Supplier<Rank> rank) {
        Thread thread = new Thread(() -> {
            try (BookTurns.Turn turn = turns.take(rank)) {
                order.add(turn.abandoned() ? "abandoned" : name);
            } catch (InterruptedException e) {
                order.add("interrupted");
            }
        });
        threads.add(thread);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private void awaitAll() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
