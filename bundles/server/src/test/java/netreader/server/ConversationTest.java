package netreader.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import netreader.catalogue.Catalogue;
import netreader.protocol.MessageCodec;
import netreader.protocol.Reply;
import netreader.protocol.Request;
import netreader.transport.Limits;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(20), Duration.ofHours(1), Duration.ofSeconds(30));

    private final FakeConnection connection = new FakeConnection();
    private final List<LongConsumer> listeners = new ArrayList<>();
    /** On another thread, and done when it returns. */
    private final Executor announcer = task -> CompletableFuture.runAsync(task).join();

    @Test
    void newsThatComesWhileAReplyEndsIsAnnounced() throws Exception {
        try (Outbox outbox = new Outbox(connection, LIMITS.stall(), catalogue(), announcer)) {
            outbox.announceRevisions();
            AtomicBoolean once = new AtomicBoolean(true);
            connection.written = () -> {
                if (once.getAndSet(false)) {
                    listeners.forEach(listener -> listener.accept(43));
                }
            };
            outbox.send(1, new Reply.Done());
        }
        assertEquals(2, connection.sent.size());
        assertTrue(connection.sent.get(1).endsWith("{\"event\":\"shelf\",\"revision\":43}"));
    }

    @Test
    void aFrameThatBeganInTheFrameBeforeItHasItsTimeAsWell() throws Exception {
        ByteBuffer shelf = MessageCodec.request(1, new Request.Shelf(0));
        connection.incoming.add(
                ByteBuffer.allocate(shelf.remaining() + 2).put(shelf).array());
        try (Conversation conversation = new Conversation(connection, LIMITS, catalogue(), "test", announcer)) {
            conversation.run();
        } catch (EOFException e) {
            // the second frame never ends
        }
        assertEquals(List.of(LIMITS.idle(), LIMITS.request()), connection.readUnder);
    }

    @Test
    void aPingIsAnsweredAfterHelloAndNotBefore() throws Exception {
        byte[] ping = bytes(MessageCodec.request(1, new Request.Ping()));
        connection.incoming.add(ping);
        connection.incoming.add(bytes(MessageCodec.request(2, new Request.Hello(1, "alice", "laptop", "test"))));
        connection.incoming.add(ping);
        try (Conversation conversation = new Conversation(connection, LIMITS, catalogue(), "test", announcer)) {
            conversation.run();
        }
        assertTrue(connection.sent.get(0).contains("HELLO_REQUIRED"));
        assertTrue(connection.sent.get(2).endsWith("{\"id\":1}"));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private Catalogue catalogue() {
        return (Catalogue) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Catalogue.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType() == long.class) {
                        return 1L;
                    }
                    if (method.getReturnType() == String.class) {
                        return "identity";
                    }
                    listeners.add((LongConsumer) arguments[0]);
                    return (Catalogue.Listening) () -> {};
                });
    }
}
