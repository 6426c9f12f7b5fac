package netreader.format.registry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.registry.FormatUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FormatCallsTest {
    private final AtomicInteger putAside = new AtomicInteger();
    private final CountDownLatch hold = new CountDownLatch(1);
    private volatile Duration limit = Duration.ofSeconds(40);
    private final FormatCalls calls = new FormatCalls("TEST", "test 1.0.0", () -> limit, putAside::incrementAndGet);

    @AfterEach
    void letGo() {
        hold.countDown();
        calls.close();
    }

    @Test
    void aCallRunsOnAThreadOfItsFormat() throws Exception {
        assertEquals(
                "netreader-format-TEST",
                calls.call("book", "name", () -> Thread.currentThread().getName(), late -> {}));
    }

    @Test
    void aCallThatDoesNotEndIsGivenUpAndItsLateResultHandedOver() throws Exception {
        limit = Duration.ofMillis(100);
        CompletableFuture<String> came = new CompletableFuture<>();
        FormatException failure = assertThrows(
                FormatException.class, () -> calls.call("book", "hang", this::uninterruptible, came::complete));
        assertEquals(Reason.TOO_COSTLY, failure.reason());
        assertFalse(came.isDone());
        limit = Duration.ofSeconds(40);
        assertEquals("next", calls.call("book", "next", () -> "next", late -> {}));
        hold.countDown();
        assertEquals("late", came.get(40, TimeUnit.SECONDS));
        assertEquals(0, putAside.get());
    }

    @Test
    void withAFewBooksThatDoNotEndTheFormatIsPutAside() {
        limit = Duration.ofMillis(50);
        for (int book = 0; book < FormatCalls.MOST_BOOKS; book++) {
            assertEquals(0, putAside.get());
            assertHangs("book " + book);
        }
        assertEquals(1, putAside.get());
    }

    @Test
    void aBookThatDoesNotEndAgainAndAgainIsNotCalledAnyMoreAndOthersAre() throws Exception {
        limit = Duration.ofMillis(50);
        for (int i = 0; i < FormatCalls.MOST_OF_BOOK; i++) {
            assertHangs("hostile");
        }
        limit = Duration.ofSeconds(40);
        for (int i = 0; i < 2 * FormatCalls.MOST_BOOKS; i++) {
            FormatException refusal = assertThrows(
                    FormatException.class, () -> calls.call("hostile", "open", () -> "never run", late -> {}));
            assertEquals(Reason.TOO_COSTLY, refusal.reason());
        }
        assertEquals("next", calls.call("good", "open", () -> "next", late -> {}));
        assertEquals(0, putAside.get());
    }

    @Test
    void aBookIsCalledAgainWhenItsCallsHaveEndedAfterAll() throws Exception {
        limit = Duration.ofMillis(50);
        CountDownLatch late = new CountDownLatch(FormatCalls.MOST_OF_BOOK);
        for (int i = 0; i < FormatCalls.MOST_OF_BOOK; i++) {
            assertThrows(
                    FormatException.class,
                    () -> calls.call("slow", "open", this::uninterruptible, unused -> late.countDown()));
        }
        hold.countDown();
        assertTrue(late.await(40, TimeUnit.SECONDS));
        limit = Duration.ofSeconds(40);
        assertEquals("opened", calls.call("slow", "open", () -> "opened", unused -> {}));
    }

    private void assertHangs(String book) {
        assertNotNull(
                assertThrows(FormatException.class, () -> calls.call(book, "hang", this::uninterruptible, late -> {})));
    }

    @Test
    void whoIsInterruptedInterruptsTheCall() throws Exception {
        CompletableFuture<Boolean> remembered = new CompletableFuture<>();
        CountDownLatch running = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            try {
                calls.call(
                        "book",
                        "sleep",
                        () -> {
                            running.countDown();
                            return hold.await(40, TimeUnit.SECONDS);
                        },
                        late -> {});
                remembered.complete(false);
            } catch (IllegalStateException e) {
                remembered.complete(e.getCause() instanceof InterruptedException && Thread.interrupted());
            } catch (FormatException | FormatUnavailableException e) {
                remembered.completeExceptionally(e);
            }
        });
        caller.start();
        assertTrue(running.await(40, TimeUnit.SECONDS));
        caller.interrupt();
        assertTrue(remembered.get(40, TimeUnit.SECONDS));
        assertEquals(false, calls.call("book", "next", Thread::interrupted, late -> {}));
    }

    @Test
    void afterItsEndAFormatIsNotCalled() {
        calls.close();
        assertNotNull(
                assertThrows(FormatUnavailableException.class, () -> calls.call("book", "x", () -> 1, late -> {})));
    }

    private String uninterruptible() {
        while (hold.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
            var unused = Thread.interrupted();
        }
        return "late";
    }
}
