package netreader.format.txt.paging;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import netreader.format.FormatException;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.Encoding;
import netreader.format.txt.file.HzCharset;
import netreader.format.txt.file.TextFile;

/**
 * The state in which a decoder of ISO 2022 or HZ is at a place of a text, as the bytes that bring it there. Every line
 * begins in the same state (RFC 1468, 1557, 1922 and 1843), so that only the line before the place is looked at. In
 * other charsets there is no state, and nothing is looked at. Any thread.
 */
public final class Shift {
    private static final byte[] NONE = {};
    private static final byte[] HZ_PAIRS = {'~', '{'};
    private static final byte[] KOREAN_HEADER = {0x1B, '$', ')', 'C'};
    private static final int ESCAPE = 0x1B;
    private static final int SHIFT_OUT = 0x0E;
    private static final int SHIFT_IN = 0x0F;
    private static final int CHUNK = 1024;

    private final TextFile file;
    private final long textStart;
    private final boolean shifted;
    private final boolean hz;
    private final byte[] atLineStart;

    public Shift(TextFile file, Detection detection) {
        this.file = file;
        this.textStart = detection.bomLength();
        this.shifted = detection.encoding() == Encoding.SHIFTED;
        this.hz = detection.charset() instanceof HzCharset;
        this.atLineStart = detection.charset().name().equals("ISO-2022-KR") ? KOREAN_HEADER : NONE;
    }

    /** @param offset of the first byte of a character */
    byte[] at(long offset) throws FormatException {
        if (!shifted) {
            return NONE;
        }
        long lineStart = lineStart(offset);
        byte[] line = file.read(lineStart, (int) (offset - lineStart));
        return hz ? stateOfHz(line) : stateOfIso2022(line);
    }

    private static byte[] stateOfHz(byte[] line) {
        boolean pairs = false;
        for (int i = 0; i + 1 < line.length; i++) {
            if (line[i] == '~') {
                i++;
                pairs = line[i] == '{' || (pairs && line[i] != '}');
            } else if (pairs) {
                i++;
            }
        }
        return pairs ? HZ_PAIRS : NONE;
    }

    private byte[] stateOfIso2022(byte[] line) {
        Map<Integer, byte[]> designations = new TreeMap<>();
        boolean out = false;
        for (int i = 0; i < line.length; i++) {
            if (line[i] == ESCAPE) {
                int end = sequenceEnd(line, i);
                if (end - i > 2) { // shorter ones hold for one character only
                    designations.put(designated(line, end), Arrays.copyOfRange(line, i, end));
                }
                i = end - 1;
            } else if (line[i] == SHIFT_OUT || line[i] == SHIFT_IN) {
                out = line[i] == SHIFT_OUT;
            }
        }
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        state.writeBytes(atLineStart);
        designations.values().forEach(state::writeBytes);
        if (out) {
            state.write(SHIFT_OUT);
        }
        return state.toByteArray();
    }

    /** An escape sequence goes on to its first byte from 0x30 on. */
    private static int sequenceEnd(byte[] line, int escape) {
        int i = escape + 1;
        while (i < line.length && line[i] >= 0x20 && line[i] < 0x30) {
            i++;
        }
        return Math.min(i + 1, line.length);
    }

    /** Which of the four code sets a sequence sets: "$B" and "(B" the first, "$)C" the second. */
    private static int designated(byte[] line, int end) {
        byte last = line[end - 2];
        return last == '$' ? '(' : last;
    }

    private long lineStart(long offset) throws FormatException {
        for (long end = offset; end > textStart; end -= CHUNK) {
            long from = Math.max(textStart, end - CHUNK);
            byte[] bytes = file.read(from, (int) (end - from));
            for (int i = bytes.length; i > 0; i--) {
                if (bytes[i - 1] == '\n' || bytes[i - 1] == '\r') {
                    return from + i;
                }
            }
        }
        return textStart;
    }
}
