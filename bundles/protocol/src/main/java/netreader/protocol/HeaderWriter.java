package netreader.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a frame's length and header, or a body of the same JSON. */
final class HeaderWriter {
    private static final int LENGTH_BYTES = 4;
    private static final int USUAL_BYTES = 124;
    private static final String HEX = "0123456789abcdef";

    private byte[] frame = new byte[LENGTH_BYTES + USUAL_BYTES];
    private int size = LENGTH_BYTES;
    private boolean first;

    HeaderWriter() {
        begin();
    }

    void begin() {
        put('{');
        first = true;
    }

    void end() {
        put('}');
        first = false;
    }

    void beginList() {
        put('[');
        first = true;
    }

    void endList() {
        put(']');
        first = false;
    }

    /** What is written next is one of a list. */
    void element() {
        if (!first) {
            put(',');
        }
        first = false;
    }

    void name(String name) {
        element();
        text(name);
        put(':');
    }

    void field(String name, long value) {
        name(name);
        ascii(Long.toString(value));
    }

    void field(String name, String value) {
        name(name);
        text(value);
    }

    /** A number or a truth as JSON writes it. */
    void ascii(String value) {
        for (int i = 0; i < value.length(); i++) {
            put(value.charAt(i));
        }
    }

    void text(String value) {
        put('"');
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                utf8(value.substring(from, i));
                escaped(c);
                from = i + 1;
            }
        }
        utf8(from == 0 ? value : value.substring(from));
        put('"');
    }

    private void escaped(char c) {
        put('\\');
        if (c >= ' ') {
            put(c);
        } else {
            ascii("u00");
            put(HEX.charAt(c >> 4));
            put(HEX.charAt(c & 15));
        }
    }

    private void utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(bytes.length);
        System.arraycopy(bytes, 0, frame, size, bytes.length);
        size += bytes.length;
    }

    private void put(char ascii) {
        room(1);
        frame[size++] = (byte) ascii;
    }

    private void room(int bytes) {
        if (size + bytes > frame.length) {
            frame = Arrays.copyOf(frame, Math.max(2 * frame.length, size + bytes));
        }
    }

    /** The object without the frame around it. */
    byte[] body() {
        end();
        return Arrays.copyOfRange(frame, LENGTH_BYTES, size);
    }

    /** @throws IllegalArgumentException if the header is longer than a frame's may be */
    ByteBuffer frame() {
        end();
        int length = size - LENGTH_BYTES;
        if (length > FrameReader.MAX_HEADER_BYTES) {
            throw new IllegalArgumentException("A header of " + length + " bytes cannot be sent");
        }
        return ByteBuffer.wrap(frame, 0, size).putInt(0, length);
    }
}
