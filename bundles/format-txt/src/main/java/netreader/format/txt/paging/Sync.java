package netreader.format.txt.paging;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import netreader.format.FormatException;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.Encoding;
import netreader.format.txt.file.TextFile;

/**
 * Finds a place near an offset at which a decoder that began at the start of the text would begin a character too. In
 * nearly every text the bytes just before tell it. Where they do not for a megabyte, all that comes before is decoded
 * once, and some places are kept, so that the next answer is quick. Any thread.
 */
public final class Sync {
    /** So near are the bytes that nearly every text needs. */
    private static final int NEAR = 4096;

    /** How far back is looked before everything is decoded. */
    private static final int FAR = 1 << 20;

    /** The distance of the places that are kept. */
    private static final int STRIDE = 1 << 16;

    /** No rule looks at more bytes than this. */
    private static final int CONTEXT = 4;

    /** In bytes; a few characters of UTF-8 and GB18030 have as many. */
    private static final int LONGEST_CHARACTER = 4;

    private final TextFile file;
    private final long textStart;
    private final Charset charset;
    private final Encoding encoding;
    private final Shift shift;
    /** Only in texts that tell nothing for long. */
    private final NavigableSet<Long> known = new ConcurrentSkipListSet<>();

    public Sync(TextFile file, Detection detection, Shift shift) {
        this.file = file;
        this.textStart = detection.bomLength();
        this.charset = detection.charset();
        this.encoding = detection.encoding();
        this.shift = shift;
        known.add(textStart);
    }

    /** Such a place at or before an offset, a few thousand bytes before it at most. */
    public long before(long offset) throws FormatException {
        return before(file, offset);
    }

    /**
     * Whether a character begins at an offset.
     *
     * @param around the file, or a part of it in memory, which makes it faster
     */
    public boolean isBorder(TextFile around, long offset) throws FormatException {
        long from = before(around, offset);
        byte[] bytes = around.read(from, (int) (offset - from) + LONGEST_CHARACTER);
        boolean endOfFile = from + bytes.length == file.size();
        CharacterWalk walk = new CharacterWalk(bytes, charset, shift.at(from), endOfFile);
        boolean more = true;
        while (more && from + walk.end() < offset) {
            more = walk.next();
        }
        return from + walk.end() == offset;
    }

    private long before(TextFile around, long offset) throws FormatException {
        long nearby = search(around, offset, offset - NEAR);
        return nearby >= 0 ? nearby : decodedTo(offset);
    }

    /** The nearest such place after {@code lowest}, or the text's start if that comes first; -1 if there is none. */
    private long search(TextFile around, long offset, long lowest) throws FormatException {
        long end = offset;
        for (int step = 64; end > Math.max(textStart, lowest); step = Math.min(step * 8, STRIDE)) {
            long from = Math.max(Math.max(textStart, lowest), end - step);
            long context = Math.max(textStart, from - CONTEXT);
            byte[] bytes = around.read(context, (int) (end - context) + 1);
            for (long at = end; at > from; at--) {
                if (encoding.startsCharacter(bytes, (int) (at - context), at - textStart)) {
                    return at;
                }
            }
            end = from;
        }
        return end <= textStart ? textStart : -1;
    }

    /** One thread decodes at a time: the next one finds what it has found. */
    private synchronized long decodedTo(long offset) throws FormatException {
        long from = known.floor(offset);
        if (offset - from > STRIDE) {
            from = Math.max(from, search(file, offset, offset - FAR));
        }
        while (offset - from > STRIDE) {
            from = advance(from, STRIDE);
            known.add(from);
        }
        return advance(from, (int) (offset - from));
    }

    /** Decodes some bytes, and returns where the last character ends that is whole in them. */
    private long advance(long from, int length) throws FormatException {
        CharBuffer out = CharBuffer.allocate(8192);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        decoder.decode(ByteBuffer.wrap(shift.at(from)), out, false);
        ByteBuffer in = ByteBuffer.wrap(file.read(from, length));
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, false);
        } while (result.isOverflow());
        return from + length - in.remaining();
    }
}
