package netreader.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import netreader.catalogue.Catalogue;
import netreader.protocol.ByteInput;
import netreader.protocol.ErrorCode;
import netreader.protocol.FrameReader;
import netreader.protocol.Header;
import netreader.protocol.MessageCodec;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;
import netreader.transport.Connection;
import netreader.transport.Limits;

/** One connection that speaks the framed protocol: requests are answered in the order in which they come. */
final class Conversation implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Conversation.class.getName());

    private static final int MAX_HEADER_BEFORE_HELLO = 1024;
    private static final int MAX_HEADER = 16 * 1024;
    /** No request of this version has a body. */
    private static final int MAX_BODY = 0;

    private final Connection connection;
    private final Limits limits;
    private final Answers answers;
    private final Outbox outbox;
    private final FrameReader frames;
    private final IdleAwareInput input;

    Conversation(Connection connection, Limits limits, Catalogue catalogue, String software, Executor announcer) {
        this.connection = connection;
        this.limits = limits;
        this.outbox = new Outbox(connection, limits.stall(), catalogue, announcer);
        this.answers = new Answers(catalogue, software, outbox);
        this.input = new IdleAwareInput();
        this.frames = new FrameReader(input, MAX_HEADER_BEFORE_HELLO);
    }

    void run() throws IOException {
        try {
            for (Optional<Header> header = next(); header.isPresent(); header = next()) {
                answer(header.get());
            }
        } catch (ProtocolException e) {
            // What follows a bad frame cannot be understood: one answer, and the end.
            outbox.send(0, new Reply.Failure(e.code().name(), e.getMessage()));
        }
    }

    private Optional<Header> next() throws IOException {
        input.betweenFrames = !frames.begun();
        // The first bytes of a frame may have come with the frame before it.
        connection.limitReading(frames.begun() ? limits.request() : limits.idle());
        Optional<Header> header = frames.next();
        connection.limitReading(Connection.UNLIMITED);
        return header;
    }

    private void answer(Header header) throws IOException {
        Optional<Long> id = MessageCodec.id(header);
        if (id.isEmpty()) {
            throw new ProtocolException(ErrorCode.BAD_REQUEST, "A request has an id, a whole number");
        }
        if (frames.bodyLeft() > MAX_BODY) {
            throw new ProtocolException(ErrorCode.TOO_LARGE, "No request has a body yet");
        }
        try {
            Request<?> request = MessageCodec.readRequest(header);
            log(request);
            answers.answer(id.get(), request);
            if (request instanceof Request.Hello) {
                frames.limitHeaders(MAX_HEADER);
            }
        } catch (IOException e) {
            if (e instanceof ProtocolException bad) {
                outbox.send(id.get(), Failures.of(bad));
            } else {
                throw e; // the connection has failed
            }
        } catch (Exception e) {
            Reply.Failure failure = Failures.of(e);
            if (failure.error().equals(ErrorCode.INTERNAL.name())) { // the reply points to the log
                LOG.log(Level.ERROR, "A request of the connection " + connection.number() + " failed", e);
            }
            outbox.send(id.get(), failure);
        }
    }

    /** Each request; those that come with every page and every block only where somebody wants to see them. */
    private void log(Request<?> request) {
        boolean frequent = request instanceof Request.Page
                || request instanceof Request.Read
                || request instanceof Request.Outline
                || request instanceof Request.Find
                || request instanceof Request.PutPosition
                || request instanceof Request.Ping;
        Level level = frequent ? Level.DEBUG : Level.INFO;
        if (LOG.isLoggable(level)) {
            LOG.log(level, "connection {0} request: {1}", Long.toString(connection.number()), request);
        }
    }

    @Override
    public void close() {
        outbox.close();
        answers.close();
    }

    /** A frame that has begun must end in time; between frames a reader may be silent for longer. */
    private final class IdleAwareInput implements ByteInput {
        private boolean betweenFrames;

        @Override
        public int read(ByteBuffer to) throws IOException {
            int n = connection.read(to);
            if (betweenFrames) {
                betweenFrames = false;
                connection.limitReading(limits.request());
            }
            return n;
        }
    }
}
