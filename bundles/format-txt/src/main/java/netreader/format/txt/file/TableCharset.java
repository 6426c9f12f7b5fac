package netreader.format.txt.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** A charset of one byte a character. */
final class TableCharset extends Charset {
    /** What stands from 0x80 to 0x9F in the parts of ISO 8859. */
    static final String CONTROLS = range(0x80, 0xA0);

    /** The characters of the bytes from 0x00 to 0x7F where nothing else is said. */
    static final String ASCII = range(0, 0x80);

    private final String table;

    /** @param table the characters of all 256 bytes */
    TableCharset(String name, String[] aliases, String table) {
        super(name, aliases);
        if (table.length() != 256) {
            throw new IllegalArgumentException(name + " has " + table.length() + " characters");
        }
        this.table = table;
    }

    private static String range(int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int c = from; c < to; c++) {
            out.append((char) c);
        }
        return out.toString();
    }

    @Override
    public boolean contains(Charset other) {
        return other.equals(this) || other.name().equals("US-ASCII");
    }

    @Override
    public CharsetEncoder newEncoder() {
        return new CharsetEncoder(this, 1, 1) {
            @Override
            protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
                while (in.hasRemaining()) {
                    int b = table.indexOf(in.get(in.position()));
                    if (b < 0) {
                        return CoderResult.unmappableForLength(1);
                    }
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    out.put((byte) b);
                    in.get();
                }
                return CoderResult.UNDERFLOW;
            }
        };
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
