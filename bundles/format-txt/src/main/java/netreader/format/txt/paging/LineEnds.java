package netreader.format.txt.paging;

import netreader.format.FormatException;
import netreader.format.txt.file.CodeUnit;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.Encoding;
import netreader.format.txt.file.TextFile;

/**
 * Finds ends of lines by their bytes, without decoding: in no charset that is known here are CR and LF parts of other
 * characters, and after them a character begins also where the bytes before are damaged. Any thread.
 */
final class LineEnds {
    /** What is looked at before a line end, to know it for one. */
    private static final int CONTEXT = 2;

    private final long textStart;
    private final CodeUnit unit;
    private final Encoding encoding;

    LineEnds(Detection detection) {
        this.textStart = detection.bomLength();
        this.unit = CodeUnit.of(detection.charset());
        this.encoding = detection.encoding();
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
            if (ends && at + unit.bytes() >= earliest && encoding.isLineEnd(bytes, i)) {
                return at + unit.bytes();
            }
        }
        return -1;
    }
}
