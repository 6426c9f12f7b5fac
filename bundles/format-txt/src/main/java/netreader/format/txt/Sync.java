package netreader.format.txt;

import java.nio.charset.Charset;
import netreader.format.FormatException;

/**
 * Finds a place near an offset at which a decoder that began at the start of the text would begin a character too,
 * by looking at the bytes just before. Any thread.
 */
final class Sync {
    /** How far back is looked. Without any such place there, decoding begins at that distance, right or not. */
    private static final int FARTHEST = 1 << 20;

    /** No rule looks at more bytes than this. */
    private static final int CONTEXT = 4;

    private enum Rule {
        SINGLE_BYTE,
        UTF_8,
        UTF_16_LITTLE,
        UTF_16_BIG,
        UTF_32,
        MULTI_BYTE
    }

    private final TextFile file;
    private final long textStart;
    private final Rule rule;

    Sync(TextFile file, Detection detection) {
        this.file = file;
        this.textStart = detection.bomLength();
        this.rule = rule(detection.charset());
    }

    /** Whether characters have one byte or several, among them bytes that are characters by themselves. */
    static boolean isMultiByte(Charset charset) {
        return rule(charset) == Rule.MULTI_BYTE;
    }

    private static Rule rule(Charset charset) {
        return switch (charset.name()) {
            case "UTF-8" -> Rule.UTF_8;
            case "UTF-16LE" -> Rule.UTF_16_LITTLE;
            case "UTF-16BE" -> Rule.UTF_16_BIG;
            case "UTF-32LE", "UTF-32BE" -> Rule.UTF_32;
            default -> {
                boolean single = !charset.canEncode() || charset.newEncoder().maxBytesPerChar() == 1;
                yield single ? Rule.SINGLE_BYTE : Rule.MULTI_BYTE;
            }
        };
    }

    /** The nearest such place at or before an offset. */
    long before(long offset) throws FormatException {
        long lowest = Math.max(textStart, offset - FARTHEST);
        long end = offset;
        for (int step = 64; end > lowest; step = Math.min(step * 8, 65_536)) {
            long from = Math.max(lowest, end - step);
            long context = Math.max(textStart, from - CONTEXT);
            byte[] bytes = file.read(context, (int) (end - context) + 1);
            for (long at = end; at > from; at--) {
                if (isBorder(bytes, (int) (at - context), at)) {
                    return at;
                }
            }
            end = from;
        }
        return lowest;
    }

    /**
     * Whether a character begins at an index.
     *
     * @param at the index's offset in the file
     */
    private boolean isBorder(byte[] bytes, int index, long at) {
        return switch (rule) {
            case SINGLE_BYTE -> true;
            case UTF_8 -> !continuation(bytes, index) || threeContinuations(bytes, index);
            // A decoder takes a high surrogate and whatever follows it for one thing.
            case UTF_16_LITTLE -> (at - textStart) % 2 == 0 && !highSurrogate(bytes, index - 1);
            case UTF_16_BIG -> (at - textStart) % 2 == 0 && !highSurrogate(bytes, index - 2);
            case UTF_32 -> (at - textStart) % 4 == 0;
            case MULTI_BYTE -> endsCharacter(bytes, index - 1);
        };
    }

    private static int at(byte[] bytes, int index) {
        return index >= 0 && index < bytes.length ? bytes[index] & 0xFF : 0;
    }

    private static boolean continuation(byte[] bytes, int index) {
        return (at(bytes, index) & 0xC0) == 0x80;
    }

    private static boolean threeContinuations(byte[] bytes, int index) {
        return continuation(bytes, index - 1) && continuation(bytes, index - 2) && continuation(bytes, index - 3);
    }

    private static boolean highSurrogate(byte[] bytes, int index) {
        return (at(bytes, index) & 0xFC) == 0xD8;
    }

    /**
     * Bytes below 0x30 are never the second of a pair, and where a damaged pair swallows one, it ends there as well.
     * Only in a damaged four-byte character of GB18030 or three-byte character of EUC-JP may more be swallowed.
     */
    private static boolean endsCharacter(byte[] bytes, int index) {
        int before = at(bytes, index - 1);
        boolean fourBytes = before >= 0x30 && before <= 0x39 && at(bytes, index - 2) >= 0x80;
        return at(bytes, index) < 0x30 && before < 0x80 && !fourBytes;
    }
}
