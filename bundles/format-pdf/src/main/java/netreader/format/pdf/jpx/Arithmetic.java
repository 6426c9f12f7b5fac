package netreader.format.pdf.jpx;

import java.util.Arrays;

/**
 * The MQ decoder of JPEG 2000, and the raw bits that stand in its place where it is bypassed. Behind the end of its data
 * it finds ones, as the standard has it. One thread at a time.
 */
final class Arithmetic {
    /** The probability of the less probable symbol in each state; states come in pairs, one for each more probable. */
    private static final int[] PROBABILITY = new int[94];

    private static final byte[] NEXT_MORE = new byte[94];
    private static final byte[] NEXT_LESS = new byte[94];

    static {
        // ISO/IEC 15444-1, table C.2: probability, next state after the more and the less probable symbol, switch.
        int[][] table = {
            {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0}, {0x0521, 5, 29, 0},
            {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0}, {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0},
            {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1},
            {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
            {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0}, {0x1C01, 25, 22, 0},
            {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0},
            {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0}, {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0},
            {0x02A1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
            {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0}, {0x0005, 45, 42, 0},
            {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0}
        };
        for (int i = 0; i < table.length; i++) {
            for (int more = 0; more < 2; more++) {
                PROBABILITY[2 * i + more] = table[i][0];
                NEXT_MORE[2 * i + more] = (byte) (2 * table[i][1] + more);
                NEXT_LESS[2 * i + more] = (byte) (2 * table[i][2] + (more ^ table[i][3]));
            }
        }
    }

    private final byte[] states = new byte[19];
    private byte[] data = new byte[0];
    private int at;
    private int interval;
    private int code;
    private int left;
    private int raw;

    /** Sets the contexts to how a code block begins. */
    void reset() {
        Arrays.fill(states, (byte) 0);
        states[Contexts.UNIFORM] = 2 * 46;
        states[Contexts.RUN] = 2 * 3;
        states[0] = 2 * 4;
    }

    /** Begins a segment that is coded arithmetically; two bytes of ones must stand behind it. */
    void begin(byte[] bytes, int from) {
        data = bytes;
        at = from;
        code = (bytes[from] & 0xFF) << 16;
        nextByte();
        code <<= 7;
        left -= 7;
        interval = 0x8000;
    }

    private void nextByte() {
        int next = data[at + 1] & 0xFF;
        if (data[at] == -1) {
            if (next > 0x8F) {
                code += 0xFF00;
                left = 8;
            } else {
                at++;
                code += next << 9;
                left = 7;
            }
        } else {
            at++;
            code += next << 8;
            left = 8;
        }
    }

    int bit(int context) {
        int state = states[context];
        int probability = PROBABILITY[state];
        int value = state & 1;
        interval -= probability;
        if (code >>> 16 < probability) {
            if (interval < probability) {
                states[context] = NEXT_MORE[state];
            } else {
                value ^= 1;
                states[context] = NEXT_LESS[state];
            }
            interval = probability;
        } else {
            code -= probability << 16;
            if ((interval & 0x8000) != 0) {
                return value;
            }
            if (interval < probability) {
                value ^= 1;
                states[context] = NEXT_LESS[state];
            } else {
                states[context] = NEXT_MORE[state];
            }
        }
        do {
            if (left == 0) {
                nextByte();
            }
            interval <<= 1;
            code <<= 1;
            left--;
        } while ((interval & 0x8000) == 0);
        return value;
    }

    /** Begins a segment of raw bits; two bytes of ones must stand behind it. */
    void beginRaw(byte[] bytes, int from) {
        data = bytes;
        at = from;
        raw = 0;
        left = 0;
    }

    int rawBit() {
        if (left == 0) {
            int next = data[at] & 0xFF;
            if (raw == 0xFF && next > 0x8F) {
                left = 8;
            } else {
                left = raw == 0xFF ? 7 : 8;
                raw = next;
                at++;
            }
        }
        left--;
        return raw >> left & 1;
    }
}
