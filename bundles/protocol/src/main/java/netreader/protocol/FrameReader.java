package netreader.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Cuts a stream of bytes into frames: a 4-byte big-endian header length, the header, and as many body bytes as the
 * header says. One thread at a time.
 */
public final class FrameReader {
    /** The largest header that the four bytes may announce. */
    public static final int MAX_HEADER_BYTES = 65_535;

    private static final int LENGTH_BYTES = 4;
    private static final int BUFFER_BYTES = 8192;

    private final ByteInput in;
    private int maxHeaderBytes;
    private ByteBuffer buffer;
    private long bodyLeft;

    /** @param maxHeaderBytes a longer header is TOO_LARGE; at most {@link #MAX_HEADER_BYTES} */
    public FrameReader(ByteInput in, int maxHeaderBytes) {
        this.in = in;
        limitHeaders(maxHeaderBytes);
        // A server has thousands of these, waiting for a short request each.
        this.buffer = ByteBuffer.allocate(Math.min(BUFFER_BYTES, LENGTH_BYTES + maxHeaderBytes))
                .flip();
    }

    /** Sets another limit for the headers to come. */
    public void limitHeaders(int bytes) {
        this.maxHeaderBytes = Math.min(bytes, MAX_HEADER_BYTES);
    }

    /**
     * Reads the next header; what is left of the last frame's body is skipped.
     *
     * @return empty if the stream ended between two frames
     * @throws EOFException if it ended inside one
     * @throws ProtocolException BAD_FRAME or TOO_LARGE; nothing that follows can be understood
     */
    public Optional<Header> next() throws IOException {
        skipBody();
        if (!buffer.hasRemaining() && !fill()) {
            return Optional.empty();
        }
        need(LENGTH_BYTES);
        int length = buffer.getInt();
        if (length <= 0 || length > MAX_HEADER_BYTES) {
            throw new ProtocolException(
                    ErrorCode.BAD_FRAME, "A frame begins with the header's length, 1 to 65535, not with " + length);
        }
        if (length > maxHeaderBytes) {
            throw new ProtocolException(
                    ErrorCode.TOO_LARGE,
                    "A header of " + length + " bytes is more than the " + maxHeaderBytes + " that are allowed here");
        }
        need(length);
        Header header = HeaderParser.parse(buffer.slice(buffer.position(), length));
        buffer.position(buffer.position() + length);
        bodyLeft = MessageCodec.bodyLength(header);
        return Optional.of(header);
    }

    /** Whether bytes of the next frame are here already. The body of the present one must have been read. */
    public boolean begun() {
        return buffer.hasRemaining();
    }

    /** How many bytes of the present frame's body have not been read. */
    public long bodyLeft() {
        return bodyLeft;
    }

    /**
     * Reads the rest of the present frame's body.
     *
     * @throws ProtocolException TOO_LARGE if that is more than {@code maxBytes}
     */
    public byte[] body(int maxBytes) throws IOException {
        if (bodyLeft > maxBytes) {
            throw new ProtocolException(
                    ErrorCode.TOO_LARGE, "A body of " + bodyLeft + " bytes is more than the " + maxBytes + " expected");
        }
        ByteBuffer body = ByteBuffer.allocate((int) bodyLeft);
        while (body.hasRemaining()) {
            if (!buffer.hasRemaining() && body.remaining() < BUFFER_BYTES) {
                fillOrFail();
            }
            int n = buffer.hasRemaining() ? drain(body) : in.read(body);
            if (n < 0) {
                throw endedInside();
            }
        }
        bodyLeft = 0;
        return body.array();
    }

    /** Reads some of what is left of the present frame's body, at least one byte and no more than there is room for. */
    public void bodyPart(ByteBuffer to) throws IOException {
        ByteBuffer part = to.slice(to.position(), (int) Math.min(bodyLeft, to.remaining()));
        int n = buffer.hasRemaining() ? drain(part) : in.read(part);
        if (n < 0) {
            throw endedInside();
        }
        to.position(to.position() + n);
        bodyLeft -= n;
    }

    private void skipBody() throws IOException {
        while (bodyLeft > 0) {
            if (!buffer.hasRemaining()) {
                fillOrFail();
            }
            int n = (int) Math.min(bodyLeft, buffer.remaining());
            buffer.position(buffer.position() + n);
            bodyLeft -= n;
        }
    }

    private int drain(ByteBuffer to) {
        int n = Math.min(buffer.remaining(), to.remaining());
        to.put(buffer.slice(buffer.position(), n));
        buffer.position(buffer.position() + n);
        return n;
    }

    private void need(int bytes) throws IOException {
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocate(bytes).put(buffer).flip();
        }
        while (buffer.remaining() < bytes) {
            fillOrFail();
        }
    }

    private void fillOrFail() throws IOException {
        if (!fill()) {
            throw endedInside();
        }
    }

    private boolean fill() throws IOException {
        buffer.compact();
        try {
            return in.read(buffer) >= 0;
        } finally {
            buffer.flip();
        }
    }

    private static EOFException endedInside() {
        return new EOFException("The connection ended inside a frame");
    }
}
