package netreader.transport.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import netreader.transport.Connection;
import netreader.transport.Dialect;

/** The connections that are being served. */
final class Sessions {
    private static final Logger LOG = System.getLogger(Sessions.class.getName());
    private static final Duration START_UP = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private record Session(SocketConnection connection, Instant began, String dialect) {}

    private final Map<Long, Session> open = new ConcurrentHashMap<>();
    private final Dialects dialects;
    private final TransportConfig config;
    private volatile boolean ended;

    Sessions(Dialects dialects, TransportConfig config) {
        this.dialects = dialects;
        this.config = config;
    }

    /** Serves a connection to its end, on the calling thread. */
    void serve(SocketConnection connection) {
        long number = connection.number();
        String name = Long.toString(number); // as a number it would be "1,000" in the log
        LOG.log(Level.INFO, "begin connection {0} from {1}", name, connection.peer());
        open.put(number, new Session(connection, Instant.now(), "-"));
        try (connection) {
            if (ended) { // it was taken just before the listener was closed
                return;
            }
            if (open.size() > config.maxConnections()) {
                refuse(connection, "NetReader is busy: too many connections are open");
            } else {
                converse(connection);
            }
            connection.endOrderly(FAREWELL);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "connection {0}: {1}", name, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // a dialect's bug ends its connection, not the server
            LOG.log(Level.ERROR, "connection " + name + " failed", e);
        } finally {
            open.remove(number);
            LOG.log(Level.INFO, "end connection {0}", name);
        }
    }

    private void converse(SocketConnection connection) throws IOException, InterruptedException {
        connection.limitReading(Duration.ofSeconds(config.firstByteTimeoutInSeconds()));
        ByteBuffer first = ByteBuffer.allocate(1);
        if (connection.read(first) < 0) {
            return;
        }
        connection.limitReading(Connection.UNLIMITED);
        int firstByte = first.get(0) & 0xFF;
        Optional<Dialect> dialect = dialects.forFirstByte(firstByte, START_UP);
        if (dialect.isEmpty()) {
            refuse(connection, "NetReader does not understand what begins with the byte " + firstByte);
            return;
        }
        open.computeIfPresent(
                connection.number(),
                (number, session) ->
                        new Session(connection, session.began(), dialect.get().name()));
        connection.pushBack(firstByte);
        dialect.get().serve(connection);
    }

    private static void refuse(SocketConnection connection, String sentence) throws IOException {
        connection.limitWriting(FAREWELL);
        connection.write(ByteBuffer.wrap((sentence + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** A line for each connection: number, peer, dialect and seconds. */
    List<String> describe() {
        Instant now = Instant.now();
        return open.values().stream()
                .sorted(Comparator.comparingLong(session -> session.connection().number()))
                .map(session -> String.format(
                        "%6d  %-24s %-10s %6d s",
                        session.connection().number(),
                        session.connection().peer(),
                        session.dialect(),
                        Duration.between(session.began(), now).toSeconds()))
                .toList();
    }

    /** Lets running requests finish, as long as the configuration allows, then closes what is left. */
    void end() {
        ended = true;
        open.values().forEach(session -> session.connection().endOfInput());
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(config.stopTimeoutInMillis());
        try {
            while (!open.isEmpty() && System.nanoTime() < until) {
                Thread.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.values().forEach(session -> session.connection().close());
    }
}
