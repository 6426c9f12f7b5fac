package netreader.format.txt.paging;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Goes through bytes character by character, exactly as Java's decoder takes them, damaged ones too. One thread. */
final class CharacterWalk {
    private static final int REPLACEMENT = 0xFFFD;

    private final CharsetDecoder decoder;
    private final ByteBuffer in;
    private final CharBuffer out = CharBuffer.allocate(4);
    private final boolean endOfFile;
    private int first;
    private int last;

    /**
     * @param bytes begin with the first byte of a character
     * @param state brings the decoder into the state in which they are to be read; see {@link Shift}
     * @param endOfFile whether nothing follows the bytes in the file
     */
    CharacterWalk(byte[] bytes, Charset charset, byte[] state, boolean endOfFile) {
        this.decoder = charset.newDecoder();
        decoder.decode(ByteBuffer.wrap(state), out, false);
        this.in = ByteBuffer.wrap(bytes);
        this.endOfFile = endOfFile;
    }

    /** Goes on to the next character; false if the bytes do not hold another whole one. */
    boolean next() {
        int before = in.position();
        // A decoder consumes only what it has room for: one char for most, more for a surrogate pair.
        for (int room = 1; room <= out.capacity(); room++) {
            out.clear().limit(room);
            CoderResult result = decoder.decode(in, out, endOfFile);
            if (out.position() > 0) {
                first = Character.codePointAt(out.flip(), 0);
                last = Character.codePointBefore(out, out.limit());
                return true;
            }
            if (result.isError()) {
                in.position(in.position() + result.length());
                first = REPLACEMENT;
                last = REPLACEMENT;
                return true;
            }
            if (result.isUnderflow() || in.position() > before) {
                return false;
            }
        }
        return false;
    }

    /** Index of the byte after the character. */
    int end() {
        return in.position();
    }

    /** The character's first code point; a few characters of Big5-HKSCS have two. */
    int first() {
        return first;
    }

    int last() {
        return last;
    }
}
