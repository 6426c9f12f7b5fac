package netreader.catalogue.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.Place;
import netreader.catalogue.PlaceUpdate;
import netreader.catalogue.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlacesRescueTest extends LibraryFixture {
    private static final int READERS = 3000;

    private long book;

    private void begin() throws Exception {
        write("one.lines", "Alice");
        start();
        book = await(found -> found.status() == Status.READY).id();
    }

    private void put(int reader, long anchor) throws Exception {
        catalogue.putPlace(
                reader(reader),
                book,
                new PlaceUpdate(new Place(anchor, 0.5), OptionalLong.of(anchor), OptionalLong.of(anchor)));
    }

    private static Reader reader(int number) {
        return new Reader(String.format("reader %06d", number), "device " + number, "laptop");
    }

    private List<Path> backups() throws IOException {
        Path folder = data.resolve("backups");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".part"))
                    .sorted()
                    .toList();
        }
    }

    /** Waits until the newest backup is another one than before. */
    private void awaitBackupAfter(List<Path> before) throws IOException {
        while (backups().isEmpty() || newest(backups()).equals(newest(before))) {
            assertFalse(Thread.currentThread().isInterrupted(), "there is no other backup");
        }
    }

    private Path newest(List<Path> backups) {
        return backups.isEmpty() ? data : backups.get(backups.size() - 1);
    }

    private void damageTheMiddle() throws IOException {
        try (RandomAccessFile bytes =
                new RandomAccessFile(data.resolve("positions.db").toFile(), "rw")) {
            bytes.seek(bytes.length() / 8192 * 4096);
            bytes.write(new byte[8192]);
        }
    }

    @Test
    void whatCanBeReadOfADamagedFileIsKept() throws Exception {
        begin();
        for (int i = 0; i < READERS; i++) {
            put(i, 7);
        }
        catalogue.stop();
        damageTheMiddle();
        start();
        assertTrue(restarts.tryAcquire(30, TimeUnit.SECONDS), "nobody has noticed");
        restart();
        int kept = catalogue.positions(book).size();
        assertTrue(kept > READERS / 2, kept + " places are left");
        assertEquals(7, catalogue.positions(reader(0), book).get(0).place().anchor());
        assertEquals(
                7, catalogue.positions(reader(READERS - 1), book).get(0).place().anchor());
        restart();
        assertEquals(kept, catalogue.positions(book).size());
    }

    @Test
    void whatTheDamageTookComesFromTheNewestBackup() throws Exception {
        begin();
        put(1, 7);
        restart();
        awaitBackupAfter(List.of());
        put(1, 8);
        put(2, 9);
        catalogue.stop();
        Files.writeString(data.resolve("positions.db"), "this is no database, however long one looks. ".repeat(99));
        start();
        assertEquals(7, catalogue.positions(reader(1), book).get(0).place().anchor());
        assertEquals(
                "laptop", catalogue.positions(reader(1), book).get(0).reader().deviceName());
        assertEquals(List.of(), catalogue.positions(reader(2), book));
    }

    @Test
    void placesAreBackedUpOnceADayAndTheLastWeekIsKept() throws Exception {
        begin();
        put(1, 7);
        for (int day = 1; day <= 9; day++) {
            catalogue.stop();
            List<Path> before = backups();
            if (!before.isEmpty()) {
                Files.setLastModifiedTime(
                        newest(before), FileTime.fromMillis(System.currentTimeMillis() - 90_000_000L));
            }
            start();
            awaitBackupAfter(before);
            while (backups().size() > 7) {
                assertFalse(Thread.currentThread().isInterrupted(), "too many backups are kept");
            }
        }
        assertEquals(7, backups().size());
    }
}
