package netreader.format.txt.paging;

import java.util.Arrays;
import netreader.format.FormatException;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.TextFile;

/** Decodes pieces of a text that begin and end between two characters. Any thread. */
public final class TextPieces {
    private final TextFile file;
    private final Detection detection;
    private final Shift shift;

    public TextPieces(TextFile file, Detection detection, Shift shift) {
        this.file = file;
        this.detection = detection;
        this.shift = shift;
    }

    /** The text between two offsets; bytes that cannot be decoded become U+FFFD. */
    public String text(long from, long to) throws FormatException {
        return text(file, from, to);
    }

    /** @param around the file, or a part of it in memory, which makes it faster */
    public String text(TextFile around, long from, long to) throws FormatException {
        byte[] bytes = around.read(from, (int) (to - from));
        byte[] state = shift.at(from);
        if (state.length > 0) {
            byte[] whole = Arrays.copyOf(state, state.length + bytes.length);
            System.arraycopy(bytes, 0, whole, state.length, bytes.length);
            bytes = whole;
        }
        return new String(bytes, detection.charset());
    }
}
