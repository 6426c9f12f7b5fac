package netreader.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import netreader.client.ClientException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final Background background = new Background();

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void jobsRunOffTheEventThreadAndAnswerOnIt() throws Exception {
        CompletableFuture<List<Boolean>> answer = new CompletableFuture<>();
        background.start(
                work -> EventQueue.isDispatchThread(),
                there -> answer.complete(List.of(there, EventQueue.isDispatchThread())),
                answer::completeExceptionally);
        assertEquals(List.of(false, true), answer.get(10, TimeUnit.SECONDS));
    }

    @Test
    void whatAJobThrowsBecomesAFailureWithASentence() throws Exception {
        CompletableFuture<ClientException> answer = new CompletableFuture<>();
        background.start(
                work -> {
                    throw new ClientException("DAMAGED", "It is damaged.");
                },
                done -> {},
                answer::complete);
        assertTrue(answer.get(10, TimeUnit.SECONDS).is("DAMAGED"));
    }

    @Test
    void theNewestJobRunsFirstAndCancelledOnesNever() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(3);
        List<String> order = new CopyOnWriteArrayList<>();
        EventQueue.invokeAndWait(() -> {
            NewestFirst queue = new NewestFirst(background, 1, 10);
            submit(queue, "first", gate, order, all);
            submit(queue, "old", gate, order, all);
            submit(queue, "cancelled", gate, order, all).cancel();
            submit(queue, "new", gate, order, all);
        });
        gate.countDown();
        assertTrue(all.await(10, TimeUnit.SECONDS));
        assertEquals(List.of("first", "new", "old"), order);
        assertFalse(order.contains("cancelled"));
    }

    private static Running submit(
            NewestFirst queue, String name, CountDownLatch gate, List<String> order, CountDownLatch all) {
        return queue.submit(
                work -> {
                    try {
                        assertTrue(gate.await(10, TimeUnit.SECONDS));
                    } catch (InterruptedException e) {
                        throw new ClientException("CANCELLED", "interrupted", e);
                    }
                    order.add(name);
                    return name;
                },
                done -> all.countDown(),
                failure -> all.countDown());
    }
}
