package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import netreader.catalogue.Place;
import netreader.catalogue.Position;
import netreader.catalogue.Reader;
import netreader.catalogue.internal.PlacesOfServer;
import netreader.client.OtherPlace;
import netreader.protocol.Request;
import netreader.server.PlaceAnswers;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three devices of a reader through 1,000 days: clocks that are wrong, days without the server, updates that come twice,
 * late and in any order, answers that are lost, restarts and kills on both sides, memories from backups, and a catalogue
 * that is lost. What was on a disk is always to be had again. More seeds: {@code -Dnetreader.places.seeds=100}.
 */
class PlacesModelTest {
    private static final int DAYS = 1000;
    private static final int DEVICES = 3;
    private static final int BOOKS = 3;
    private static final int LATE_UPDATES = 200;

    @TempDir
    Path folder;

    private Random random;
    private PlacesOfServer server;
    private int lives;
    private final List<SimulatedDevice> devices = new ArrayList<>();
    private final Map<Integer, Path> backups = new HashMap<>();
    /** The turns that the server's disk has for certain, by device and book. */
    private final Map<List<Long>, Integer> onServersDisk = new HashMap<>();

    static List<Long> seeds() {
        int count = Integer.getInteger("netreader.places.seeds", 1);
        return new Random(6).longs(count).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @Timeout(300)
    void theLastPlaceOfEachDeviceIsAlwaysToBeHadAgain(long seed) throws Exception {
        random = new Random(seed);
        server = new PlacesOfServer(folder.resolve("server-0"), BOOKS);
        for (int i = 0; i < DEVICES; i++) {
            devices.add(new SimulatedDevice(i, folder));
        }
        for (int day = 0; day < DAYS; day++) {
            for (SimulatedDevice device : devices) {
                live(device);
            }
            liveOnServer();
            check("day " + day);
        }
        for (SimulatedDevice device : devices) {
            while (device.hasUntold()) {
                device.tell(answers(device), false);
            }
        }
        check("the end");
        for (SimulatedDevice device : devices) {
            for (long book = 1; book <= BOOKS; book++) {
                device.open(answers(device), book, false);
                assertEquals(device.place(book), onServer(device, book), "the server has it");
            }
            device.close();
        }
        server.close();
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private long book() {
        return 1L + random.nextInt(BOOKS);
    }

    private PlaceAnswers answers(SimulatedDevice device) {
        return new PlaceAnswers(server.catalogue(), device.hello());
    }

    private void live(SimulatedDevice device) throws Exception {
        if (chance(0.05)) {
            device.skewClock(Duration.ofDays(random.nextInt(20_000) - 10_000));
        }
        boolean online = chance(0.6);
        device.afterPause |= !online;
        for (int sitting = random.nextInt(3); sitting > 0; sitting--) {
            long book = book();
            if (online) {
                offersAreTheLatest(device, book, device.open(answers(device), book, chance(0.3)));
            }
            for (int turns = random.nextInt(4); turns > 0; turns--) {
                device.turn(book);
                if (online && chance(0.7)) {
                    device.tell(answers(device), chance(0.2));
                }
            }
        }
        misfortunes(device);
        if (online && chance(0.9)) {
            device.tell(answers(device), chance(0.1));
        }
    }

    private void misfortunes(SimulatedDevice device) throws Exception {
        if (chance(0.3)) {
            device.passTime();
        }
        if (chance(0.01)) {
            device.restart();
        } else if (chance(0.01)) {
            device.kill();
        } else if (chance(0.005) && !device.hasUntold()) {
            backups.put(device.number, device.backUp());
        } else if (chance(0.005) && backups.containsKey(device.number)) {
            device.restore(backups.get(device.number));
        }
        for (int late = random.nextInt(3); late > 0 && !device.sent.isEmpty(); late--) {
            answers(device).keep(device.sent.get(random.nextInt(device.sent.size())));
        }
        if (device.sent.size() > LATE_UPDATES) {
            List<Request.PutPosition> lost = device.sent.subList(0, LATE_UPDATES / 2);
            lost.clear();
        }
    }

    private void liveOnServer() throws Exception {
        if (chance(0.2)) {
            server.passTime();
            noteServersDisk();
        }
        if (chance(0.01)) {
            server = server.restarted();
        } else if (chance(0.01)) {
            Path next = folder.resolve("server-" + ++lives);
            server = server.killed(next);
            devices.forEach(device -> device.afterPause = true);
        } else if (chance(0.01)) {
            server = server.withoutItsCatalogue();
        }
    }

    private void noteServersDisk() throws Exception {
        for (SimulatedDevice device : devices) {
            for (long book = 1; book <= BOOKS; book++) {
                onServersDisk.merge(
                        List.of((long) device.number, book), device.turnOf(book, onServer(device, book)), Math::max);
            }
        }
    }

    private Optional<netreader.client.Place> onServer(SimulatedDevice device, long book) throws Exception {
        Request.Hello hello = device.hello();
        return server.catalogue().positions(new Reader(hello.reader(), hello.device()), book).stream()
                .filter(position -> position.reader().device().equals(hello.device()))
                .map(Position::place)
                .map(PlacesModelTest::place)
                .findFirst();
    }

    private static netreader.client.Place place(Place place) {
        return new netreader.client.Place(place.anchor(), place.fraction());
    }

    private void check(String when) throws Exception {
        for (SimulatedDevice device : devices) {
            for (long book = 1; book <= BOOKS; book++) {
                String what = when + ", device " + device.number + ", book " + book;
                int here = device.turnOf(book, device.place(book));
                int there = device.turnOf(book, onServer(device, book));
                int certain = onServersDisk.getOrDefault(List.of((long) device.number, book), -1);
                assertTrue(here >= device.onDisk(book), what + ": the device has lost what was on its disk");
                assertTrue(there >= certain, what + ": the server has lost what was on its disk");
                assertTrue(onServer(device, book).isEmpty() || there >= 0, what + ": another device's place");
            }
        }
    }

    /** What is offered is what the server has of other devices now, by whatever their clocks say. */
    private void offersAreTheLatest(SimulatedDevice device, long book, List<OtherPlace> offers) throws Exception {
        for (OtherPlace offer : offers) {
            SimulatedDevice other = devices.get(offer.device().charAt("computer ".length()) - '0');
            assertTrue(other != device, "its own place is not offered");
            assertEquals(Optional.of(offer.place()), onServer(other, book));
        }
    }
}
