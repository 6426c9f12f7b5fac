package netreader.client.internal;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import netreader.client.ClientException;
import netreader.protocol.ErrorCode;
import netreader.protocol.Event;
import netreader.protocol.FrameReader;
import netreader.protocol.Header;
import netreader.protocol.MessageCodec;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;
import netreader.transport.Connection;

/**
 * One connection to the server. Any thread; several requests may be under way. Who waits gives up when its time is over
 * and harms nobody else; a server that says nothing at all ends the link, see {@link #beat}.
 */
final class ServerLink implements Closeable {
    private static final int MAX_BODY_BYTES = 32 * 1024 * 1024;
    private static final int PART_BYTES = 64 * 1024;
    private static final long NO_PING = 0;

    /** Takes a body as it arrives, on the link's own thread. */
    interface BodySink {
        /** @throws IOException which ends the link */
        void take(ByteBuffer part) throws IOException;
    }

    /** What came for a request. The body is handed over, never shared; empty if a sink took it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answer<R extends Reply>(R reply, byte[] body) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Raw(Header header, byte[] body) {}

    private record Asked(CompletableFuture<Raw> answer, Optional<BodySink> sink, long at) {}

    private final Connection connection;
    private final Patience patience;
    private final Consumer<Event> events;
    private final FrameReader frames = new FrameReader(this::read, FrameReader.MAX_HEADER_BYTES);
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicLong lastId = new AtomicLong();
    /** By id, so the one that has waited longest comes first. */
    private final ConcurrentSkipListMap<Long, Asked> waiting = new ConcurrentSkipListMap<>();

    private final CompletableFuture<ClientException> lost = new CompletableFuture<>();
    private volatile long heardAt = System.nanoTime();
    private volatile long pingId = NO_PING;

    /** @param events is called on the link's own thread and must not wait for the link */
    ServerLink(Connection connection, Patience patience, Consumer<Event> events) {
        this.connection = connection;
        this.patience = patience;
        this.events = events;
        Thread receiver = new Thread(() -> receive().ifPresent(this::end), "netreader-receiver-" + connection.number());
        receiver.setDaemon(true);
        receiver.start();
    }

    /** Ends with the reason when the connection has ended. */
    CompletableFuture<ClientException> lost() {
        return lost;
    }

    boolean isLost() {
        return lost.isDone();
    }

    /** A request whose answer is asked for later. */
    <R extends Reply> Pending<R> send(Request<R> request, Deadline deadline) throws ClientException {
        return send(request, deadline, Optional.empty());
    }

    /** @param sink takes the body of the answer */
    <R extends Reply> Pending<R> send(Request<R> request, Deadline deadline, Optional<BodySink> sink)
            throws ClientException {
        deadline.lock(sending);
        try {
            long id = lastId.incrementAndGet();
            Asked asked = write(id, request, deadline.left(), sink);
            if (lost.isDone()) { // also if the link ended just before the request was put among those that wait
                waiting.remove(id);
                throw lost.join();
            }
            return new Pending<>(asked.answer(), request.replyType());
        } catch (ClosedByInterruptException e) {
            throw Deadline.interrupted(e);
        } finally {
            sending.unlock();
        }
    }

    /** Writes a request; the caller holds the lock. If that fails, the link has ended. */
    private Asked write(long id, Request<?> request, Duration limit, Optional<BodySink> sink)
            throws ClosedByInterruptException {
        Asked asked = new Asked(new CompletableFuture<>(), sink, System.nanoTime());
        waiting.put(id, asked);
        try {
            connection.limitWriting(limit);
            connection.write(MessageCodec.request(id, request));
        } catch (ClosedByInterruptException e) {
            end(reason(e));
            throw e;
        } catch (IOException e) {
            end(reason(e));
        }
        return asked;
    }

    <R extends Reply> Answer<R> call(Request<R> request, Deadline deadline) throws ClientException {
        return send(request, deadline).await(deadline);
    }

    /** The answer that a request waits for. */
    static final class Pending<R extends Reply> {
        private final CompletableFuture<Raw> raw;
        private final Class<R> type;

        private Pending(CompletableFuture<Raw> raw, Class<R> type) {
            this.raw = raw;
            this.type = type;
        }

        /** @throws ClientException with the server's error, or why the link has ended, or TIMEOUT */
        Answer<R> await(Deadline deadline) throws ClientException {
            try {
                return answer(raw.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                throw Deadline.timeout();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof ClientException known ? known : reason(e.getCause());
            } catch (ProtocolException e) {
                throw reason(e);
            } catch (InterruptedException e) {
                throw Deadline.interrupted(e);
            }
        }

        private Answer<R> answer(Raw arrived) throws ClientException, ProtocolException {
            Optional<Reply.Failure> failure = MessageCodec.readFailure(arrived.header());
            if (failure.isPresent()) {
                throw failed(failure.get());
            }
            return new Answer<>(MessageCodec.readReply(arrived.header(), type), arrived.body());
        }

        /** Waits a little; whether there is an answer, or never will be. */
        boolean arrives(Duration limit) throws ClientException {
            try {
                raw.get(limit.toNanos(), TimeUnit.NANOSECONDS);
                return true;
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException e) {
                return true;
            } catch (InterruptedException e) {
                throw Deadline.interrupted(e);
            }
        }

        /**
         * Hears that the answer is there, or why it never will be; at once or on the thread that finds out, which it
         * must not keep.
         */
        void whenDone(Consumer<Optional<ClientException>> done) {
            var unused = raw.whenComplete((arrived, failure) -> {
                try {
                    if (failure instanceof ClientException known) {
                        throw known;
                    }
                    if (failure != null) {
                        throw reason(failure);
                    }
                    answer(arrived);
                    done.accept(Optional.empty());
                } catch (ClientException e) {
                    done.accept(Optional.of(e));
                } catch (ProtocolException e) {
                    done.accept(Optional.of(reason(e)));
                }
            });
        }

        /** Nobody waits any more; a good answer that comes all the same is handed on, on the link's thread. */
        void abandon(Consumer<R> late) {
            var unused = raw.thenAccept(arrived -> {
                try {
                    late.accept(answer(arrived).reply());
                } catch (ClientException | ProtocolException e) {
                    // That it failed is of no interest any more.
                }
            });
        }
    }

    /**
     * Asks a server that was silent for long whether it is there, and ends the link when nothing at all comes from one
     * that has something to answer. Does not wait: where nothing is left to be answered, there is room for a ping.
     */
    void beat() {
        Map.Entry<Long, Asked> oldest = waiting.firstEntry();
        long now = System.nanoTime();
        if (oldest == null) {
            if (now - heardAt > patience.silence().toNanos()) {
                ping();
            }
            return;
        }
        Duration limit = oldest.getKey() == pingId ? patience.ping() : patience.answer();
        if (Math.min(now - heardAt, now - oldest.getValue().at()) > limit.toNanos()) {
            end(new ClientException("TIMEOUT", "The server does not answer any more"));
        }
    }

    private void ping() {
        if (!sending.tryLock()) {
            return; // somebody is asking something, which is as good
        }
        try {
            if (waiting.isEmpty()) {
                long id = lastId.incrementAndGet();
                pingId = id;
                write(id, new Request.Ping(), patience.ping(), Optional.empty());
            }
        } catch (ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
        } finally {
            sending.unlock();
        }
    }

    private int read(ByteBuffer to) throws IOException {
        int n = connection.read(to);
        heardAt = System.nanoTime();
        return n;
    }

    /** Returns why nothing more comes; empty if that is for another thread to say. */
    private Optional<ClientException> receive() {
        try {
            for (Optional<Header> header = frames.next(); header.isPresent(); header = frames.next()) {
                long id = MessageCodec.id(header.get()).orElse(0L);
                Asked asked = waiting.get(id);
                if (MessageCodec.isEvent(header.get())) {
                    frames.body(MAX_BODY_BYTES);
                    MessageCodec.readEvent(header.get()).ifPresent(events);
                } else if (asked != null) {
                    byte[] body = body(asked.sink());
                    waiting.remove(id);
                    asked.answer().complete(new Raw(header.get(), body));
                } else {
                    return Optional.of(notAsked(header.get()));
                }
            }
            return Optional.of(reason(new IOException("The server has closed the connection")));
        } catch (AsynchronousCloseException e) { // under a thread that sends and that was late or interrupted
            return Optional.empty();
        } catch (IOException | RuntimeException | Error e) { // whatever a server says, nobody waits in vain
            return Optional.of(reason(e));
        }
    }

    /** BUSY, STOPPING and others belong to no request. */
    private static ClientException notAsked(Header header) throws ProtocolException {
        return MessageCodec.readFailure(header)
                .map(ServerLink::failed)
                .orElseGet(() ->
                        reason(new ProtocolException(ErrorCode.BAD_FRAME, "The server answers what nobody asked")));
    }

    private byte[] body(Optional<BodySink> sink) throws IOException {
        if (sink.isEmpty()) {
            return frames.body(MAX_BODY_BYTES);
        }
        ByteBuffer part = ByteBuffer.allocate((int) Math.min(PART_BYTES, frames.bodyLeft()));
        while (frames.bodyLeft() > 0) {
            frames.bodyPart(part.clear());
            sink.get().take(part.flip());
        }
        return new byte[0];
    }

    private static ClientException failed(Reply.Failure failure) {
        return new ClientException(failure.error(), failure.message());
    }

    private static ClientException reason(Throwable cause) {
        if (cause instanceof ProtocolException bad) {
            return new ClientException(bad.code().name(), bad.getMessage(), bad);
        }
        if (cause instanceof SocketTimeoutException) {
            return Deadline.timeout();
        }
        String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new ClientException(
                ClientException.CONNECTION_LOST, "The connection to the server was lost: " + why, cause);
    }

    /** Only the first reason counts. */
    void end(ClientException reason) {
        lost.complete(reason);
        try {
            connection.close();
        } catch (IOException e) {
            // It has ended anyhow.
        }
        waiting.values().forEach(asked -> asked.answer().completeExceptionally(lost.join()));
        waiting.clear();
    }

    @Override
    public void close() {
        end(reason(new IOException("The reader has closed it")));
    }
}
