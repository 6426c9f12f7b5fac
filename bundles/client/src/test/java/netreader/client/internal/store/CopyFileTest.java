package netreader.client.internal.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyFileTest {
    private static final int BLOCK = CopyFile.BLOCK;

    private final byte[] book = new byte[5 * BLOCK + 123];
    private final Map<Integer, Integer> saved = new HashMap<>();

    @TempDir
    Path folder;

    @BeforeEach
    void fillTheBook() {
        new Random(5).nextBytes(book);
    }

    private CopyFile open() throws IOException {
        return new CopyFile(folder.resolve("copy"), book.length, Map.copyOf(saved), saved::put);
    }

    private void write(CopyFile copy, int from, int to) throws IOException {
        copy.write(from, ByteBuffer.wrap(book, from, to - from));
    }

    private static byte[] read(CopyFile copy, int at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        int n = copy.read(at, bytes);
        return Arrays.copyOf(bytes.array(), Math.max(0, n));
    }

    @Test
    void whatIsCutOffWhileItIsReadIsMissing() throws Exception {
        try (CopyFile copy = open()) {
            write(copy, 0, book.length);
            try (RandomAccessFile stranger = new RandomAccessFile(copy.path().toFile(), "rw")) {
                stranger.setLength(2 * BLOCK + 5);
            }
            assertEquals(0, read(copy, 2 * BLOCK, 10).length);
            assertEquals(2 * BLOCK, read(copy, 0, book.length).length);
            assertEquals(2, copy.nextMissing(0));
            write(copy, 0, book.length);
            assertArrayEquals(book, read(copy, 0, book.length));
        }
    }

    @Test
    void blocksThatArriveInAnyOrderAndInAnyPiecesMakeTheBook() throws Exception {
        try (CopyFile copy = open()) {
            write(copy, 4 * BLOCK, book.length);
            write(copy, 0, 10);
            write(copy, 10, BLOCK + 7);
            assertTrue(copy.has(0));
            assertFalse(copy.has(1));
            assertEquals(BLOCK + 7, copy.missingFrom(1), "what has arrived of a block counts");
            write(copy, BLOCK + 7, 4 * BLOCK);
            assertTrue(copy.complete());
            assertEquals(book.length, copy.bytesHere());
            assertArrayEquals(book, read(copy, 0, book.length + 10));
            assertEquals(-1, copy.read(book.length, ByteBuffer.allocate(1)));
        }
    }

    @Test
    void whatComesTwiceOrWithAGapIsLeftOut() throws Exception {
        try (CopyFile copy = open()) {
            write(copy, 0, 100);
            write(copy, 50, 200);
            write(copy, 300, BLOCK);
            assertFalse(copy.has(0), "the bytes from 200 to 300 never came");
            assertEquals(200, copy.missingFrom(0));
            write(copy, 200, BLOCK);
            assertArrayEquals(Arrays.copyOf(book, BLOCK), read(copy, 0, 2 * BLOCK));
        }
    }

    @Test
    void whatIsHereIsHereAgainInTheNextRun() throws Exception {
        try (CopyFile copy = open()) {
            write(copy, BLOCK, 3 * BLOCK);
        }
        try (CopyFile copy = open()) {
            assertEquals(2L * BLOCK, copy.bytesHere());
            assertArrayEquals(Arrays.copyOfRange(book, BLOCK + 5, 3 * BLOCK), read(copy, BLOCK + 5, 3 * BLOCK));
            assertEquals(0, copy.read(0, ByteBuffer.allocate(1)), "what is missing is not read as zeros");
        }
    }

    @Test
    void aBlockThatWasDamagedMeanwhileIsMissing() throws Exception {
        try (CopyFile copy = open()) {
            write(copy, 0, book.length);
        }
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("copy").toFile(), "rw")) {
            file.seek(2L * BLOCK + 17);
            file.write(~book[2 * BLOCK + 17]);
        }
        try (CopyFile copy = open()) {
            assertTrue(copy.complete());
            assertArrayEquals(Arrays.copyOf(book, 2 * BLOCK), read(copy, 0, book.length));
            assertFalse(copy.has(2));
            assertEquals(0, copy.dropDamaged(), "that one is known");
            assertTrue(copy.has(3));
        }
    }

    @Test
    void aFileThatWasDeletedOrCutShortIsMissing() throws Exception {
        try (CopyFile copy = open()) {
            write(copy, 0, book.length);
        }
        Files.delete(folder.resolve("copy"));
        try (CopyFile copy = open()) {
            assertEquals(0, copy.bytesHere());
        }
    }

    @Test
    void aReaderWhoIsInterruptedHarmsNobody() throws Exception {
        try (CopyFile copy = open()) {
            write(copy, 0, book.length);
            Thread.currentThread().interrupt();
            assertArrayEquals(Arrays.copyOf(book, 10), read(copy, 0, 10));
            assertTrue(Thread.interrupted());
            assertArrayEquals(Arrays.copyOf(book, 10), read(copy, 0, 10));
        }
    }

    @Test
    void anEmptyBookIsComplete() throws Exception {
        try (CopyFile copy = new CopyFile(folder.resolve("empty"), 0, Map.of(), saved::put)) {
            assertTrue(copy.complete());
            assertEquals(-1, copy.read(0, ByteBuffer.allocate(1)));
        }
    }
}
