package netreader.client.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.client.OtherPlace;
import netreader.client.Place;
import netreader.protocol.Request;
import netreader.server.PlaceAnswers;

/**
 * A reader's places in a real file, with a clock that is wrong and a network that a test makes up. It knows all that was
 * ever turned on it, and what of that was on its disk for certain.
 */
final class SimulatedDevice implements AutoCloseable {
    private static final String SERVER = "server";
    private static final String CATALOGUE = "catalogue";
    private static final List<String> FILES = List.of("reader.db", "reader.db-wal");

    final int number;
    private final Path folder;
    private final Map<Long, List<Place>> turns = new HashMap<>();
    private final Map<Long, Integer> onDisk = new HashMap<>();
    private Duration skew = Duration.ZERO;
    private int lives;
    private long turned;
    private SqliteStore store;
    private Places places;
    /** Updates that were sent: the network may bring each of them once more, at any time. */
    final List<Request.PutPosition> sent = new ArrayList<>();

    boolean afterPause = true;

    SimulatedDevice(int number, Path folder) throws IOException {
        this.number = number;
        this.folder = folder;
        open();
    }

    private Path life() {
        return folder.resolve(number + "-" + lives);
    }

    private void open() throws IOException {
        store = new SqliteStore(Files.createDirectories(life()).resolve("reader.db"));
        places = new Places(store, Clock.offset(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), skew));
        places.recall(CATALOGUE, store.switchTo(SERVER, CATALOGUE).places());
        afterPause = true;
    }

    Request.Hello hello() {
        return new Request.Hello(1, "alice", "device-" + number, "model", Optional.of("computer " + number));
    }

    void skewClock(Duration by) {
        skew = by;
    }

    /** The next page, which nobody was ever at. */
    void turn(long book) {
        remember(book, new Place(++turned * 10 + number, 0.5));
    }

    private void remember(long book, Place place) {
        if (!Optional.of(place).equals(places.place(book))) {
            places.remember(book, place);
            turns.computeIfAbsent(book, id -> new ArrayList<>()).add(place);
        }
    }

    /** Opens the book, and perhaps goes on where another device is; returns what was offered. */
    List<OtherPlace> open(PlaceAnswers server, long book, boolean goesOn) throws Exception {
        places.heardAtOpening(book, server.position(book), server.others(book));
        List<OtherPlace> offers = places.others(book);
        if (goesOn && !offers.isEmpty()) {
            remember(book, offers.get(0).place());
        }
        return offers;
    }

    /** Tells the server what it has not heard, as {@link Exchange} does; the network may lose the answers. */
    void tell(PlaceAnswers server, boolean answersAreLost) throws Exception {
        if (afterPause) {
            for (long book : places.untold().keySet()) {
                places.heardAfterPause(book, server.position(book), server.others(book));
            }
        }
        for (Map.Entry<Long, KeptPlace> untold : places.untold().entrySet()) {
            Request.PutPosition update = Exchange.update(untold.getKey(), untold.getValue());
            sent.add(update);
            var answer = server.keep(update);
            if (!answersAreLost) {
                places.answered(untold.getKey(), untold.getValue(), answer);
            }
        }
        afterPause = answersAreLost;
    }

    boolean hasUntold() {
        return !places.untold().isEmpty();
    }

    Optional<Place> place(long book) {
        return places.place(book);
    }

    /** Which of this device's turns led to the place, from 0; -1 if none did. */
    int turnOf(long book, Optional<Place> place) {
        return place.map(turns.getOrDefault(book, List.of())::lastIndexOf).orElse(-1);
    }

    /** The turn that a kill cannot take away any more. */
    int onDisk(long book) {
        return onDisk.getOrDefault(book, -1);
    }

    /** As if a second had passed: what was turned is on the disk. */
    void passTime() {
        store.flushPlaces();
        turns.keySet().forEach(book -> onDisk.merge(book, turnOf(book, place(book)), Math::max));
    }

    void restart() throws IOException {
        store.close();
        turns.keySet().forEach(book -> onDisk.merge(book, turnOf(book, place(book)), Math::max));
        open();
    }

    /** What was on the disk at this moment is what the next life begins with. */
    void kill() throws IOException {
        Path before = life();
        SqliteStore killed = store;
        lives++;
        Files.createDirectories(life());
        for (String file : FILES) {
            if (Files.exists(before.resolve(file))) {
                Files.copy(before.resolve(file), life().resolve(file));
            }
        }
        killed.close();
        open();
    }

    /** A copy of the file, which may come back long afterwards. */
    Path backUp() throws IOException {
        restart();
        store.close();
        Path backup =
                Files.copy(life().resolve("reader.db"), folder.resolve(number + "-backup-" + lives + "-" + turned));
        open();
        return backup;
    }

    /** The memory is as it was when it was copied: what was turned since is with the server or nowhere. */
    void restore(Path backup) throws IOException {
        store.close();
        lives++;
        Files.createDirectories(life());
        Files.copy(backup, life().resolve("reader.db"));
        onDisk.clear();
        open();
    }

    @Override
    public void close() {
        store.close();
    }
}
