package netreader.transport.internal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import netreader.transport.Refusal;

/** The clients that are here, and how many there may be. */
final class Sessions {
    private static final Logger LOG = System.getLogger(Sessions.class.getName());

    /** So many are told at a time that there is no place; more are closed without a word. */
    private static final int MAX_TURNED_AWAY = 256;

    private final Map<Long, Session> open = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> placesTaken = new ConcurrentHashMap<>();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final Dialects dialects;
    private volatile Optional<Settings> settings = Optional.empty();
    private volatile boolean ended;

    Sessions(Dialects dialects) {
        this.dialects = dialects;
    }

    Optional<Settings> settings() {
        return settings;
    }

    /** For the connections to come. */
    void use(Settings changed) {
        settings = Optional.of(changed);
    }

    /** Serves a connection to its end, on the calling thread. */
    void serve(SocketConnection connection) {
        Session session = new Session(connection, dialects);
        String number = Long.toString(session.number()); // as a number it would be "1,000" in the log
        try (connection) {
            LOG.log(Level.INFO, "begin connection {0} from {1}", number, connection.peer());
            open.put(session.number(), session);
            if (!ended && serveOrTurnAway(session)) { // the listener may have been closed since it was taken
                if (ended) {
                    session.refuse(Refusal.STOPPING, "NetReader is stopping");
                }
                session.sayGoodbye();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "connection {0}: {1}", number, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // a dialect's bug ends its connection, not the server
            LOG.log(Level.ERROR, "connection " + number + " failed", e);
        } finally {
            open.remove(session.number());
            LOG.log(Level.INFO, "end connection {0}", number);
        }
    }

    /** Whether there is somebody to say goodbye to. */
    private boolean serveOrTurnAway(Session session) throws IOException, InterruptedException {
        Settings now = settings.orElseThrow();
        if (takePlace(session.address(), now)) {
            try {
                session.serve(now.firstByte(), now.limits());
            } finally {
                leavePlace(session.address());
            }
            return true;
        }
        if (turnedAway.incrementAndGet() <= MAX_TURNED_AWAY) {
            try {
                session.turnAway();
                session.sayGoodbye();
            } finally {
                turnedAway.decrementAndGet();
            }
        } else {
            turnedAway.decrementAndGet();
        }
        return false;
    }

    private boolean takePlace(InetAddress address, Settings now) {
        int ofAddress = placesTaken.merge(address, 1, Integer::sum);
        if (served.incrementAndGet() <= now.maxConnections() && ofAddress <= now.maxConnectionsPerAddress()) {
            return true;
        }
        leavePlace(address);
        return false;
    }

    private void leavePlace(InetAddress address) {
        served.decrementAndGet();
        placesTaken.computeIfPresent(address, (unused, n) -> n == 1 ? null : n - 1);
    }

    /** By number. */
    List<Session> open() {
        return open.values().stream()
                .sorted(Comparator.comparingLong(Session::number))
                .toList();
    }

    /** Has requests that arrived answered, as long as the configuration allows, then closes what is left. */
    void end() {
        ended = true;
        open.values().forEach(Session::endSoon);
        long until = System.nanoTime()
                + settings.map(Settings::stop).orElse(Duration.ZERO).toNanos();
        try {
            while (!open.isEmpty() && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.values().forEach(Session::endNow);
    }
}
