package netreader.client.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CopiesTest {
    private static final int BYTES = 2 * CopyFile.BLOCK;
    private static final String OLD = "a".repeat(64);
    private static final String KEPT = "b".repeat(64);
    private static final String NEW = "c".repeat(64);

    @TempDir
    Path folder;

    private Copies copies;

    private void open(long limit) throws InterruptedException {
        CountDownLatch loaded = new CountDownLatch(1);
        copies = new Copies(folder, limit, loaded::countDown);
        copies.load();
        loaded.await();
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private void read(String name) throws IOException {
        try (CopyFile copy = copies.open(name, BYTES)) {
            copy.write(0, ByteBuffer.allocate(BYTES));
        }
    }

    private void readAndRelease(String name) throws Exception {
        read(name);
        copies.release(name);
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() == now) { // so that the next is read later
            Thread.onSpinWait();
        }
    }

    @Test
    void whatWasReadLongestAgoMakesRoom() throws Exception {
        open(2 * BYTES);
        readAndRelease(OLD);
        readAndRelease(NEW);
        assertTrue(copies.makeRoom(0));
        assertTrue(copies.state(OLD).isPresent());
        assertTrue(copies.makeRoom(1));
        assertEquals(Optional.empty(), copies.state(OLD));
        assertFalse(Files.exists(folder.resolve(OLD)));
        assertTrue(copies.state(NEW).isPresent());
    }

    @Test
    void whatIsKeptOrOpenStays() throws Exception {
        open(1);
        readAndRelease(KEPT);
        copies.keep(KEPT, BYTES, true);
        read(OLD);
        readAndRelease(NEW);
        assertFalse(copies.makeRoom(1));
        assertTrue(copies.state(KEPT).isPresent());
        assertTrue(copies.state(OLD).isPresent());
        assertEquals(Optional.empty(), copies.state(NEW));
    }

    @Test
    void whatIsReadIsDeletedWhenItIsClosed() throws Exception {
        open(Long.MAX_VALUE);
        read(NEW);
        assertTrue(copies.delete(NEW));
        assertTrue(Files.exists(folder.resolve(NEW)));
        copies.release(NEW);
        assertFalse(Files.exists(folder.resolve(NEW)));
        assertFalse(copies.delete(NEW));
    }

    @Test
    void whatWasKnownIsKnownInTheNextRun() throws Exception {
        open(Long.MAX_VALUE);
        readAndRelease(OLD);
        copies.setWhole(OLD, true);
        copies.keep(OLD, BYTES, true);
        copies.keep(NEW, BYTES, true);
        copies.close();
        open(Long.MAX_VALUE);
        assertEquals(Optional.of(new Copies.State(BYTES, BYTES, true, true)), copies.state(OLD));
        assertEquals(List.of(NEW), copies.unfinished());
    }
}
