package netreader.format.txt;

import java.nio.charset.Charset;
import java.util.Arrays;
import netreader.format.FormatException;

/** Reads a text line by line with the offset of each; long lines are told only by their length. One thread. */
final class LineReader {
    /** Headings are shorter. */
    private static final int LONGEST = 400;

    private static final int CHUNK = 65_536;

    private final TextFile file;
    private final Charset charset;
    private final CodeUnit unit;
    private long chunkStart;
    private byte[] chunk = new byte[0];
    private long position;
    private long lineStart;
    private long lineEnd;

    LineReader(TextFile file, Detection detection) {
        this.file = file;
        this.charset = detection.charset();
        this.unit = CodeUnit.of(charset);
        this.position = detection.bomLength();
        this.chunkStart = position;
    }

    /** Goes on to the next line; false at the end of the text. */
    boolean next() throws FormatException {
        lineStart = position;
        while (available()) {
            int end = lineEndIn((int) (position - chunkStart));
            if (end >= 0) {
                lineEnd = chunkStart + end;
                position = lineEnd + unit.bytes();
                return true;
            }
            position = chunkStart + chunk.length;
        }
        lineEnd = position;
        return lineEnd > lineStart;
    }

    /** Offset of the line's first byte. */
    long offset() {
        return lineStart;
    }

    /** Bytes in the line without its end. */
    long length() {
        return lineEnd - lineStart;
    }

    /** The line without its end; empty if it is longer than any heading. */
    String text() throws FormatException {
        if (length() > LONGEST) {
            return "";
        }
        boolean inChunk = lineStart >= chunkStart && lineEnd <= chunkStart + chunk.length;
        int from = (int) (lineStart - chunkStart);
        byte[] bytes =
                inChunk ? Arrays.copyOfRange(chunk, from, from + (int) length()) : file.read(lineStart, (int) length());
        return new String(bytes, charset);
    }

    private boolean available() throws FormatException {
        if (position >= file.size()) {
            return false;
        }
        if (position >= chunkStart + chunk.length) {
            chunkStart = position;
            chunk = file.read(position, CHUNK);
        }
        return true;
    }

    /** Index of the next CR or LF in the chunk, -1 if it has none; these bytes are never parts of other characters. */
    private int lineEndIn(int from) {
        for (int i = from; i + unit.bytes() <= chunk.length; i += unit.bytes()) {
            byte b = chunk[i + unit.low()];
            if ((b == '\n' || b == '\r') && unit.at(chunk, i) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
