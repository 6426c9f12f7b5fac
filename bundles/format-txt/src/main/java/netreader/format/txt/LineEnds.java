package netreader.format.txt;

import netreader.format.FormatException;

/**
 * Finds ends of lines by their bytes, without decoding: in no charset that is known here are CR and LF parts of other
 * characters, and after them a character begins also where the bytes before are damaged. Any thread.
 */
final class LineEnds {
    /** What is looked at before a line end, to know it for one. */
    private static final int CONTEXT = 2;

    private static final int SINGLE_SHIFT_THREE = 0x8F;

    private final long textStart;
    private final CodeUnit unit;
    private final boolean mayBeSwallowed;

    LineEnds(Detection detection) {
        this.textStart = detection.bomLength();
        this.unit = CodeUnit.of(detection.charset());
        this.mayBeSwallowed = Sync.isMultiByte(detection.charset());
    }

    /**
     * The last place in a range that comes right after a line end.
     *
     * @param earliest offset in the file, not before the text's beginning
     * @param latest offset in the file, before its end
     * @return -1 if there is none, or none that is certain
     */
    long lastEnd(TextFile file, long earliest, long latest) throws FormatException {
        long first = Math.max(textStart, earliest - unit.bytes());
        long from = Math.max(textStart, first - CONTEXT);
        byte[] bytes = file.read(from, (int) (latest - from) + unit.bytes());
        // Units are counted from the beginning of the text.
        long last = latest - Math.floorMod(latest - textStart, unit.bytes()) - unit.bytes();
        for (long at = last; at >= first; at -= unit.bytes()) {
            int i = (int) (at - from);
            int c = unit.at(bytes, i);
            boolean ends = c == '\n' || (c == '\r' && unit.at(bytes, i + unit.bytes()) != '\n');
            if (ends && at + unit.bytes() >= earliest && isCertain(bytes, i)) {
                return at + unit.bytes();
            }
        }
        return -1;
    }

    /** A damaged four-byte character of GB18030, or a three-byte one of EUC-JP, may swallow more than the line end. */
    private boolean isCertain(byte[] bytes, int index) {
        if (!mayBeSwallowed) {
            return true;
        }
        int before = index >= 1 ? bytes[index - 1] & 0xFF : 0;
        int beforeThat = index >= 2 ? bytes[index - 2] & 0xFF : 0;
        boolean fourBytes = before >= 0x30 && before <= 0x39 && beforeThat >= 0x80;
        return !fourBytes && before != SINGLE_SHIFT_THREE;
    }
}
