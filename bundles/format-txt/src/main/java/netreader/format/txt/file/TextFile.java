package netreader.format.txt.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;

/** The bytes of a book whose size was taken once, at opening. Any thread. */
public record TextFile(BookSource source, long size) {
    public static TextFile of(BookSource source) throws FormatException {
        try {
            return new TextFile(source, source.size());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads a part of the file; parts that stick out at the end are cut off.
     *
     * @param at offset, 0 to {@link #size()}
     * @throws FormatException IO if the source failed or has fewer bytes than it had at opening
     */
    public byte[] read(long at, int length) throws FormatException {
        int wanted = (int) Math.max(0, Math.min(length, size - at));
        ByteBuffer bytes = ByteBuffer.allocate(wanted);
        try {
            if (source.readFully(at, bytes) < wanted) {
                throw new FormatException(Reason.IO, "The text file has become shorter while it was read");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return bytes.array();
    }

    /** The same file; what lies in this part of it is read at once and not again. */
    public TextFile buffered(long at, int length) throws FormatException {
        byte[] bytes = read(at, length);
        return new TextFile(new BufferedPart(source, at, bytes), size);
    }

    private static FormatException unreadable(IOException e) {
        return new FormatException(Reason.IO, "The text file could not be read", e);
    }
}
