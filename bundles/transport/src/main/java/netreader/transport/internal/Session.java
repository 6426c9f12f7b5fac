package netreader.transport.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import netreader.transport.Connection;
import netreader.transport.Dialect;
import netreader.transport.Limits;
import netreader.transport.Refusal;

/** One client from its first byte to its last. */
final class Session {
    /** For a client that is refused, and for any client to hear that nothing more comes. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final SocketConnection connection;
    private final Dialects dialects;
    private final Instant began = Instant.now();
    private volatile Optional<Dialect> dialect = Optional.empty();

    Session(SocketConnection connection, Dialects dialects) {
        this.connection = connection;
        this.dialects = dialects;
    }

    /** Serves the client until it or the server has nothing more to say. */
    void serve(Duration firstByte, Limits limits) throws IOException, InterruptedException {
        connection.limitWriting(limits.stall());
        try {
            if (meet(firstByte)) {
                dialect.get().serve(connection, limits);
            }
        } catch (IOException e) {
            if (!connection.readingLate()) {
                throw e;
            }
            refuse(Refusal.TIMEOUT, "NetReader has waited too long for a request");
        }
    }

    /** Waits for the first byte, and for the dialect that it chooses; false if there is nobody to talk with. */
    private boolean meet(Duration firstByte) throws IOException, InterruptedException {
        connection.limitReading(firstByte);
        ByteBuffer first = ByteBuffer.allocate(1);
        if (connection.read(first) < 0) {
            return false;
        }
        connection.limitReading(Connection.UNLIMITED);
        int chosen = first.get(0) & 0xFF;
        dialect = dialects.forFirstByte(chosen);
        if (dialect.isEmpty()) {
            connection.limitWriting(FAREWELL);
            String sentence = "NetReader does not understand what begins with the byte " + chosen + "\n";
            connection.write(ByteBuffer.wrap(sentence.getBytes(StandardCharsets.UTF_8)));
            return false;
        }
        connection.pushBack(chosen);
        return true;
    }

    /** Turns the client away; what it says first still chooses the language. */
    void turnAway() throws IOException, InterruptedException {
        if (meet(FAREWELL)) {
            refuse(Refusal.BUSY, "NetReader is busy: too many connections are open");
        }
    }

    void refuse(Refusal why, String sentence) throws IOException {
        Optional<Dialect> speaker = dialect.or(dialects::preferred);
        if (speaker.isPresent()) {
            connection.limitWriting(FAREWELL);
            speaker.get().refuse(connection, why, sentence);
        }
    }

    /** Says that nothing more comes, and hears the client out. */
    void sayGoodbye() throws IOException {
        connection.endOrderly(FAREWELL);
    }

    /** What arrived is answered, then the session ends. */
    void endSoon() {
        connection.endOfInput();
    }

    void endNow() {
        connection.close();
    }

    long number() {
        return connection.number();
    }

    InetAddress address() {
        return connection.peer().getAddress();
    }

    /** Address and port. */
    String peer() {
        return connection.peer().toString();
    }

    /** Empty until the client has said its first byte. */
    Optional<String> dialectName() {
        return dialect.map(Dialect::name);
    }

    Duration age(Instant now) {
        return Duration.between(began, now);
    }
}
