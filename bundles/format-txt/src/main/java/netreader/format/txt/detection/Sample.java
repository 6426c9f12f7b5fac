package netreader.format.txt.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import netreader.format.FormatException;
import netreader.format.txt.file.EightBytes;
import netreader.format.txt.file.TextFile;

/** A piece of a file to look at for its charset; not changed by anyone. */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record Sample(byte[] bytes, boolean cutAtStart, boolean cutAtEnd) {
    private static final int PIECE = 8192;
    private static final int HEAD_PIECES = 4;
    private static final int SPREAD_PIECES = 12;

    /** With fewer the samples are taken for ASCII, and a better place is looked for. */
    private static final int ENOUGH_HIGH_BYTES = 200;

    /** One byte in so many may be damaged. */
    private static final int DAMAGED = 200;

    private static final char ESCAPE = 0x1B;

    /** As far as a file is searched for a byte that is not ASCII: 20 ms or so. */
    private static final long ASCII_SEARCH = 16L << 20;

    /** The head of the text and some places spread over it; the whole text if it is small. */
    static List<Sample> of(TextFile file, int bomLength) throws FormatException {
        List<Sample> samples = new ArrayList<>();
        long at = bomLength;
        for (int i = 0; i < HEAD_PIECES && at < file.size(); i++, at += PIECE) {
            samples.add(at(file, bomLength, at));
        }
        long step = Math.max(PIECE, (file.size() - at) / SPREAD_PIECES);
        // Fixed-width charsets stay aligned.
        step -= step % 4;
        for (; at < file.size(); at += step) {
            samples.add(at(file, bomLength, at));
        }
        boolean whole = step <= PIECE;
        if (!whole && samples.stream().mapToInt(each -> highBytes(each.bytes)).sum() < ENOUGH_HIGH_BYTES) {
            addFirstBeyondAscii(file, bomLength, samples);
        }
        return samples;
    }

    private static Sample at(TextFile file, int textStart, long at) throws FormatException {
        byte[] bytes = file.read(at, PIECE);
        return new Sample(bytes, at > textStart, at + bytes.length < file.size());
    }

    private static void addFirstBeyondAscii(TextFile file, int textStart, List<Sample> samples) throws FormatException {
        int chunk = 8 * PIECE;
        for (long at = textStart; at < Math.min(file.size(), ASCII_SEARCH); at += chunk) {
            byte[] bytes = file.read(at, chunk);
            int high = firstTelling(bytes);
            if (high < bytes.length) {
                high -= high % 4;
                for (int i = 0; i < HEAD_PIECES && at + high < file.size(); i++, high += PIECE) {
                    samples.add(at(file, textStart, at + high));
                }
                return;
            }
        }
    }

    /** How many bytes are not ASCII. */
    static int highBytes(byte[] bytes) {
        int n = 0;
        for (byte b : bytes) {
            n += b < 0 ? 1 : 0;
        }
        return n;
    }

    /** Whether all bytes beyond ASCII may be damage. */
    static boolean isNearlyAscii(List<Sample> samples) {
        long high = samples.stream().mapToInt(each -> highBytes(each.bytes)).sum();
        long all = samples.stream().mapToInt(each -> each.bytes.length).sum();
        return high * DAMAGED < all;
    }

    boolean hasNul() {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The sample from a line end, a space or the like to another, so that no character is cut; the sample as it is if
     * it has no two such places. Not for UTF-16 and UTF-32.
     */
    byte[] whole() {
        int from = 0;
        int to = bytes.length;
        if (cutAtStart) {
            while (from < to && (bytes[from] & 0xFF) >= 0x30) {
                from++;
            }
        }
        if (cutAtEnd) {
            while (to > from && (bytes[to - 1] & 0xFF) >= 0x30) {
                to--;
            }
        }
        return from < to ? Arrays.copyOfRange(bytes, from, to) : bytes.clone();
    }

    /** {@link #whole()} without the control bytes that put off every statistic. */
    byte[] cleaned() {
        byte[] clean = whole();
        for (int i = 0; i < clean.length; i++) {
            if (clean[i] >= 0 && clean[i] < 0x20 && clean[i] != '\n' && clean[i] != '\r' && clean[i] != '\t') {
                clean[i] = ' ';
            }
        }
        return clean;
    }

    /**
     * The same without what is repeated: a row of lines or stars says no more than two of them. Bytes are left out in
     * pairs, so that the others stay the characters that they are.
     */
    static byte[] withoutRepetition(byte[] bytes) {
        byte[] kept = new byte[bytes.length];
        int size = 0;
        int i = 0;
        while (i < bytes.length) {
            if (repeats(bytes, i, 2)) {
                i += 2;
            } else if (repeats(bytes, i, 4)) {
                i += 4;
            } else {
                kept[size++] = bytes[i++];
            }
        }
        return Arrays.copyOf(kept, size);
    }

    /** Whether as many bytes, not all of them ASCII, stand twice before an index as well. */
    private static boolean repeats(byte[] bytes, int at, int length) {
        if (at < 2 * length || at + length > bytes.length) {
            return false;
        }
        boolean high = false;
        for (int i = at; i < at + length; i++) {
            if (bytes[i] != bytes[i - length] || bytes[i] != bytes[i - 2 * length]) {
                return false;
            }
            high |= bytes[i] < 0;
        }
        return high;
    }

    /** Index of the first byte that says something of the charset: not ASCII, or where an escape may begin. */
    private static int firstTelling(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            while (at + 8 <= bytes.length && saysNothing(EightBytes.at(bytes, at))) {
                at += 8;
            }
            boolean escape = at < bytes.length
                    && (bytes[at] == ESCAPE || (bytes[at] == '~' && at + 1 < bytes.length && bytes[at + 1] == '{'));
            if (at >= bytes.length || bytes[at] < 0 || escape) {
                return Math.min(at, bytes.length);
            }
        }
        return bytes.length;
    }

    private static boolean saysNothing(long eight) {
        long says = EightBytes.beyondAscii(eight) | EightBytes.having(eight, ESCAPE) | EightBytes.having(eight, '~');
        return says == 0;
    }
}
