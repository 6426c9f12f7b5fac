package netreader.client.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
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

    @Test
    void aWholeCopyWhoseFileIsGoneIsWholeNoMore() throws Exception {
        open(Long.MAX_VALUE);
        readAndRelease(OLD);
        copies.setWhole(OLD, true);
        copies.close();
        Files.delete(folder.resolve(OLD));
        for (int run = 1; run <= 2; run++) {
            open(Long.MAX_VALUE);
            try (CopyFile copy = copies.open(OLD, BYTES)) {
                assertEquals(run == 1 ? 0 : BYTES, copy.bytesHere(), "what is gone shows when it is opened or read");
            }
            assertEquals(Optional.of(false), copies.state(OLD).map(Copies.State::whole), "run " + run);
            copies.release(OLD);
            copies.close();
        }
    }

    @Test
    void aPartOfABookStaysWhileTheListCannotBeRead() throws Exception {
        open(Long.MAX_VALUE);
        readAndRelease(OLD);
        copies.close();
        Path list = folder.resolve("copies.db");
        Path elsewhere = folder.resolve("elsewhere.db");
        Files.move(list, elsewhere);
        Files.createDirectory(list);
        open(Long.MAX_VALUE);
        copies.close();
        Files.delete(list);
        Files.move(elsewhere, list);
        open(Long.MAX_VALUE);
        assertEquals(Optional.of((long) BYTES), copies.state(OLD).map(Copies.State::here));
        assertTrue(Files.exists(folder.resolve(OLD)));
    }

    @Test
    void aListThatIsDamagedInTheMiddleIsMadeAnew() throws Exception {
        open(Long.MAX_VALUE);
        byte[] book = new byte[BYTES];
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(book));
        readAndRelease(sha256);
        copies.setWhole(sha256, true);
        copies.close();
        byte[] list = Files.readAllBytes(folder.resolve("copies.db"));
        Arrays.fill(list, 4096, list.length, (byte) 'x');
        Files.write(folder.resolve("copies.db"), list);
        open(Long.MAX_VALUE);
        readAndRelease(NEW);
        copies.close();
        open(Long.MAX_VALUE);
        assertEquals(Optional.of(true), copies.state(sha256).map(Copies.State::whole), "found by its name");
        assertEquals(Optional.of((long) BYTES), copies.state(NEW).map(Copies.State::here));
    }

    @Test
    void aFileOfAnImpossibleSizeIsRefused() throws Exception {
        open(Long.MAX_VALUE);
        for (long bytes : new long[] {-1, 100_000_000_000_000L, Long.MAX_VALUE}) {
            IOException e = assertThrows(IOException.class, () -> copies.open(NEW, bytes));
            assertEquals("its file cannot have " + bytes + " bytes", e.getMessage());
            assertEquals(Optional.empty(), copies.state(NEW));
        }
    }
}
