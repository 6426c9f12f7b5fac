package netreader.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private static final byte[] BODY = "第一章".getBytes(StandardCharsets.UTF_8);

    @Test
    void aFrameSplitAtEveryByteIsWhole() throws IOException {
        byte[] stream = twoFrames();
        for (int split = 0; split <= stream.length; split++) {
            assertTwoFrames(reader(Arrays.copyOf(stream, split), Arrays.copyOfRange(stream, split, stream.length)));
        }
    }

    @Test
    void framesThatArriveByteByByteAreWhole() throws IOException {
        byte[] stream = twoFrames();
        byte[][] pieces = new byte[stream.length][];
        for (int i = 0; i < stream.length; i++) {
            pieces[i] = new byte[] {stream[i]};
        }
        assertTwoFrames(reader(pieces));
    }

    @Test
    void framesThatAreGluedTogetherComeOneByOne() throws IOException {
        byte[] two = twoFrames();
        byte[] four = new byte[two.length * 2];
        System.arraycopy(two, 0, four, 0, two.length);
        System.arraycopy(two, 0, four, two.length, two.length);
        FrameReader reader = reader(four);
        assertFrames(reader);
        assertTwoFrames(reader);
    }

    @Test
    void aBodyThatNobodyReadIsSkipped() throws IOException {
        byte[] body = new byte[20_000];
        FrameReader reader = reader(frame("{\"id\":1,\"body\":20000}"), body, frame("{\"id\":2}"));
        assertEquals(20_000, bodyAnnounced(reader));
        assertEquals(2, MessageCodec.id(reader.next().orElseThrow()).orElseThrow());
    }

    @Test
    void aBodyCanBeTakenAsItArrives() throws IOException {
        FrameReader reader = reader(frame("{\"id\":1,\"body\":5}"), new byte[] {1, 2, 3}, new byte[] {4, 5, 0});
        reader.next();
        ByteBuffer body = ByteBuffer.allocate(9);
        reader.bodyPart(body);
        assertEquals(3, body.position());
        reader.bodyPart(body);
        assertEquals(5, body.position());
        assertEquals(0, reader.bodyLeft());
        assertThrows(EOFException.class, reader::next);
    }

    @Test
    void aBodyLargerThanExpectedIsRefused() throws IOException {
        FrameReader reader = reader(frame("{\"id\":1,\"body\":20000}"));
        reader.next();
        assertEquals(ErrorCode.TOO_LARGE, failure(() -> reader.body(19_999)));
    }

    @Test
    void aHeaderOverTheLimitIsRefusedBeforeItIsRead() {
        FrameReader reader = reader(new byte[] {0, 0, 4, 1});
        reader.limitHeaders(1024);
        assertEquals(ErrorCode.TOO_LARGE, failure(reader::next));
    }

    @Test
    void aLengthThatNoHeaderMayHaveIsABadFrame() {
        for (byte[] length : List.of(new byte[4], new byte[] {0, 1, 0, 0}, new byte[] {-1, -1, -1, -1})) {
            assertEquals(ErrorCode.BAD_FRAME, failure(() -> reader(length).next()));
        }
    }

    @Test
    void aHeaderThatIsNoJsonObjectIsABadFrame() {
        for (String header : List.of("[]", "1", "null", "{", "{'id':1}", "{\"id\":1}x", " ")) {
            assertEquals(
                    ErrorCode.BAD_FRAME, failure(() -> reader(frame(header)).next()), header);
        }
        byte[] notUtf8 = frame("{\"a\":\"x\"}");
        notUtf8[10] = (byte) 0xFF;
        assertEquals(ErrorCode.BAD_FRAME, failure(() -> reader(notUtf8).next()));
        String deep = "[".repeat(30_000);
        assertEquals(
                ErrorCode.BAD_FRAME,
                failure(() -> reader(frame("{\"a\":" + deep)).next()));
    }

    @Test
    void aBodyLengthThatIsNoWholeNumberIsABadFrame() {
        for (String body : List.of("-1", "1.5", "\"7\"", "null", "true", "1e3", "99999999999999999999")) {
            assertEquals(
                    ErrorCode.BAD_FRAME,
                    failure(() -> reader(frame("{\"body\":" + body + "}")).next()),
                    body);
        }
    }

    @Test
    void aBodyMayBeLargerThanAnyFile() throws IOException {
        assertEquals(Long.MAX_VALUE, bodyAnnounced(reader(frame("{\"body\":9223372036854775807}"))));
    }

    @Test
    void aStreamThatEndsBetweenFramesIsOverAndInsideOneIsCut() throws IOException {
        byte[] stream = frame("{\"id\":1,\"body\":3}");
        assertEquals(Optional.empty(), reader().next());
        for (int cut = 1; cut < stream.length; cut++) {
            FrameReader reader = reader(Arrays.copyOf(stream, cut));
            assertThrows(EOFException.class, reader::next);
        }
        FrameReader reader = reader(stream, new byte[2]);
        reader.next();
        assertThrows(EOFException.class, () -> reader.body(10));
        FrameReader skipping = reader(stream, new byte[2]);
        skipping.next();
        assertThrows(EOFException.class, skipping::next);
    }

    @Test
    void garbageEndsInATypedFailureAndNeverHangs() {
        long seed = 20261121;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] garbage = new byte[random.nextInt(40)];
            random.nextBytes(garbage);
            if (garbage.length > 3 && random.nextBoolean()) {
                garbage[0] = 0;
                garbage[1] = 0;
                garbage[2] = 0;
            }
            FrameReader reader = reader(garbage);
            try {
                while (reader.next().isPresent()) {
                    // a frame by chance
                }
            } catch (Exception e) {
                assertTrue(e instanceof ProtocolException || e instanceof EOFException, () -> e + " with seed " + seed);
            }
        }
    }

    private static byte[] twoFrames() {
        byte[] first = frame("{\"id\":1,\"body\":9}");
        byte[] second = frame("{\"id\":2}");
        return ByteBuffer.allocate(first.length + BODY.length + second.length)
                .put(first)
                .put(BODY)
                .put(second)
                .array();
    }

    private static void assertTwoFrames(FrameReader reader) throws IOException {
        assertFrames(reader);
        assertEquals(Optional.empty(), reader.next());
    }

    private static void assertFrames(FrameReader reader) throws IOException {
        Header first = reader.next().orElseThrow();
        assertEquals(1, MessageCodec.id(first).orElseThrow());
        assertArrayEquals(BODY, reader.body(100));
        Header second = reader.next().orElseThrow();
        assertEquals(2, MessageCodec.id(second).orElseThrow());
        assertEquals(0, reader.body(100).length);
    }

    private static long bodyAnnounced(FrameReader reader) throws IOException {
        assertTrue(reader.next().isPresent());
        return reader.bodyLeft();
    }

    private interface Attempt {
        Object run() throws IOException;
    }

    private static ErrorCode failure(Attempt attempt) {
        return assertThrows(ProtocolException.class, attempt::run).code();
    }

    private static byte[] frame(String header) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + json.length)
                .putInt(json.length)
                .put(json)
                .array();
    }

    /** A stream whose reads bring one piece each. */
    private static FrameReader reader(byte[]... pieces) {
        List<ByteBuffer> left = Arrays.stream(pieces).map(ByteBuffer::wrap).toList();
        return new FrameReader(
                to -> {
                    for (ByteBuffer piece : left) {
                        if (piece.hasRemaining()) {
                            int n = Math.min(piece.remaining(), to.remaining());
                            to.put(piece.slice(piece.position(), n));
                            piece.position(piece.position() + n);
                            return n;
                        }
                    }
                    return -1;
                },
                FrameReader.MAX_HEADER_BYTES);
    }
}
