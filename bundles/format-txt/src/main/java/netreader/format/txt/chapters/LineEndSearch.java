package netreader.format.txt.chapters;

import netreader.format.txt.file.CodeUnit;
import netreader.format.txt.file.EightBytes;

/** Finds the ends of lines, eight bytes at a time where units are bytes. Any thread. */
final class LineEndSearch {
    private final CodeUnit unit;

    LineEndSearch(CodeUnit unit) {
        this.unit = unit;
    }

    /**
     * Index of the first CR or LF at or after one, -1 if there is none. These bytes are never parts of other characters
     * in a charset whose units are bytes.
     */
    int next(byte[] text, int from) {
        return unit.bytes() == 1 ? nextByte(text, from) : nextUnit(text, from);
    }

    private static int nextByte(byte[] text, int from) {
        int i = from;
        for (; i + 8 <= text.length; i += 8) {
            long eight = EightBytes.at(text, i);
            long found = EightBytes.having(eight, '\n') | EightBytes.having(eight, '\r');
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / 8;
            }
        }
        for (; i < text.length; i++) {
            if (text[i] == '\n' || text[i] == '\r') {
                return i;
            }
        }
        return -1;
    }

    private int nextUnit(byte[] text, int from) {
        for (int i = from; i + unit.bytes() <= text.length; i += unit.bytes()) {
            byte b = text[i + unit.low()];
            if ((b == '\n' || b == '\r') && unit.at(text, i) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
