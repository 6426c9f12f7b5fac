package netreader.format.txt;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A charset of one byte a character, for reading only. */
final class TableCharset extends Charset {
    /** What stands from 0x80 to 0x9F in the parts of ISO 8859. */
    static final String CONTROLS =
            IntStream.range(0x80, 0xA0).mapToObj(Character::toString).collect(Collectors.joining());

    /** The characters of the bytes from 0x00 to 0x7F where nothing else is said. */
    static final String ASCII =
            IntStream.range(0, 0x80).mapToObj(Character::toString).collect(Collectors.joining());

    private final String table;

    /** @param table the characters of all 256 bytes */
    TableCharset(String name, String[] aliases, String table) {
        super(name, aliases);
        if (table.length() != 256) {
            throw new IllegalArgumentException(name + " has " + table.length() + " characters");
        }
        this.table = table;
    }

    @Override
    public boolean contains(Charset other) {
        return other.equals(this) || other.name().equals("US-ASCII");
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException(name() + " is for reading only");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    out.put(table.charAt(in.get() & 0xFF));
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }
}
