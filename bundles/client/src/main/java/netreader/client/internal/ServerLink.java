package netreader.client.internal;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import netreader.client.ClientException;
import netreader.client.ServerAddress;
import netreader.protocol.Event;
import netreader.protocol.FrameReader;
import netreader.protocol.Header;
import netreader.protocol.MessageCodec;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;
import netreader.transport.Connection;
import netreader.transport.Connector;

/** One connection to the server, on which hello has been said. Any thread; several requests may be under way. */
final class ServerLink implements Closeable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(30);
    private static final int MAX_BODY_BYTES = 32 * 1024 * 1024;

    /** What came for a request. The body is handed over, never shared. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer<R extends Reply>(R reply, byte[] body) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Raw(Header header, byte[] body) {}

    private final Connection connection;
    private final Consumer<Event> events;
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicLong lastId = new AtomicLong();
    private final Map<Long, CompletableFuture<Raw>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<ClientException> lost = new CompletableFuture<>();
    private final Reply.Hello hello;

    private ServerLink(Connection connection, Request.Hello hello, Consumer<Event> events) throws ClientException {
        this.connection = connection;
        this.events = events;
        connection.limitWriting(SEND_LIMIT);
        Thread receiver = new Thread(this::receive, "netreader-receiver-" + connection.number());
        receiver.setDaemon(true);
        receiver.start();
        try {
            this.hello = call(hello, CONNECT_LIMIT).reply();
        } catch (ClientException e) {
            close();
            throw e;
        }
    }

    /** @param events is called on the link's own thread and must not wait for the link */
    static ServerLink open(Connector connector, ServerAddress server, Request.Hello hello, Consumer<Event> events)
            throws ClientException {
        try {
            return new ServerLink(connector.connect(server.host(), server.port(), CONNECT_LIMIT), hello, events);
        } catch (IOException e) {
            throw new ClientException(ClientException.UNREACHABLE, e.getMessage(), e);
        }
    }

    Reply.Hello hello() {
        return hello;
    }

    /** Ends with the reason when the connection has ended. */
    CompletableFuture<ClientException> lost() {
        return lost;
    }

    boolean isLost() {
        return lost.isDone();
    }

    /** A request whose answer is asked for later. */
    <R extends Reply> Pending<R> send(Request<R> request) throws ClientException {
        long id = lastId.incrementAndGet();
        CompletableFuture<Raw> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        sending.lock();
        try {
            connection.write(MessageCodec.request(id, request));
        } catch (IOException e) {
            end(e);
        } finally {
            sending.unlock();
        }
        if (lost.isDone()) { // also if the link ended just before the request was put among those that wait
            waiting.remove(id);
            throw lost.join();
        }
        return new Pending<>(answer, request.replyType());
    }

    <R extends Reply> Answer<R> call(Request<R> request, Duration limit) throws ClientException {
        return send(request).await(limit);
    }

    /** The answer that a request waits for. */
    final class Pending<R extends Reply> {
        private final CompletableFuture<Raw> answer;
        private final Class<R> type;

        private Pending(CompletableFuture<Raw> answer, Class<R> type) {
            this.answer = answer;
            this.type = type;
        }

        /** @throws ClientException with the server's error, or CONNECTION_LOST, or TIMEOUT, which ends the link */
        Answer<R> await(Duration limit) throws ClientException {
            try {
                Raw raw = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
                Optional<Reply.Failure> failure = MessageCodec.readFailure(raw.header());
                if (failure.isPresent()) {
                    throw new ClientException(
                            failure.get().error(), failure.get().message());
                }
                return new Answer<>(MessageCodec.readReply(raw.header(), type), raw.body());
            } catch (TimeoutException e) {
                end(new SocketTimeoutException("The server did not answer in time"));
                throw new ClientException("TIMEOUT", "The server did not answer in time", e);
            } catch (ExecutionException e) {
                throw lost.join();
            } catch (ProtocolException e) {
                end(e);
                throw new ClientException(e.code().name(), e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClientException("CANCELLED", "The call was interrupted", e);
            }
        }
    }

    private void receive() {
        FrameReader frames = new FrameReader(connection::read, FrameReader.MAX_HEADER_BYTES);
        try {
            for (Optional<Header> header = frames.next(); header.isPresent(); header = frames.next()) {
                byte[] body = frames.body(MAX_BODY_BYTES);
                if (MessageCodec.isEvent(header.get())) {
                    MessageCodec.readEvent(header.get()).ifPresent(events);
                    continue;
                }
                CompletableFuture<Raw> answer =
                        waiting.remove(MessageCodec.id(header.get()).orElse(0L));
                if (answer != null) {
                    answer.complete(new Raw(header.get(), body));
                } else {
                    Optional<Reply.Failure> failure = MessageCodec.readFailure(header.get());
                    throw new IOException(failure.map(Reply.Failure::message).orElse("It answers what nobody asked"));
                }
            }
            end(new IOException("The server has closed the connection"));
        } catch (IOException | RuntimeException e) {
            end(e);
        }
    }

    private void end(Exception cause) {
        lost.complete(new ClientException(
                ClientException.CONNECTION_LOST,
                "The connection to the server was lost: " + cause.getMessage(),
                cause));
        try {
            connection.close();
        } catch (IOException e) {
            // It has ended anyhow.
        }
        waiting.values().forEach(answer -> answer.completeExceptionally(cause));
        waiting.clear();
    }

    @Override
    public void close() {
        end(new IOException("The reader has closed it"));
    }
}
