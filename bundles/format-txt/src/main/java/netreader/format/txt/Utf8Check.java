package netreader.format.txt;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How well some samples of a file fit UTF-8.
 *
 * @param sequences well-formed sequences of two bytes or more
 * @param errors malformed places
 */
record Utf8Check(long sequences, long errors) {
    /** Damaged UTF-8 is still UTF-8; other charsets fit it in far fewer places than they break it. */
    private static final int SEQUENCES_PER_ERROR = 20;

    static Utf8Check of(List<Sample> samples) {
        long sequences = 0;
        long errors = 0;
        CharBuffer text = CharBuffer.allocate(8192);
        for (Sample sample : samples) {
            ByteBuffer in = ByteBuffer.wrap(sample.bytes());
            in.position(sample.cutAtStart() ? continuationBytes(sample.bytes()) : 0);
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            while (true) {
                CoderResult result = decoder.decode(in, text, !sample.cutAtEnd());
                text.flip();
                sequences += text.codePoints().filter(c -> c >= 0x80).count();
                text.clear();
                if (result.isUnderflow()) {
                    break;
                }
                if (result.isError()) {
                    errors++;
                    in.position(in.position() + result.length());
                }
            }
        }
        return new Utf8Check(sequences, errors);
    }

    boolean valid() {
        return sequences > 0 && errors == 0;
    }

    boolean mostlyValid() {
        return sequences > 0 && sequences >= errors * SEQUENCES_PER_ERROR;
    }

    /** The rest of a character that the sample's start cut: three bytes at most. */
    static int continuationBytes(byte[] bytes) {
        int n = 0;
        while (n < 3 && n < bytes.length && (bytes[n] & 0xC0) == 0x80) {
            n++;
        }
        return n;
    }
}
