package netreader.format.txt.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import netreader.format.FormatException;

/**
 * The mark with which a Unicode file may begin.
 *
 * @param length bytes
 */
public record ByteOrderMark(Charset charset, int length) {
    /** The bytes as characters of ISO 8859-1. */
    private record Pattern(String charset, String bytes) {}

    // UTF-32LE comes before UTF-16LE, whose mark it begins with.
    private static final List<Pattern> PATTERNS = List.of(
            new Pattern("UTF-8", "\u00EF\u00BB\u00BF"),
            new Pattern("UTF-32LE", "\u00FF\u00FE\0\0"),
            new Pattern("UTF-32BE", "\0\0\u00FE\u00FF"),
            new Pattern("UTF-16LE", "\u00FF\u00FE"),
            new Pattern("UTF-16BE", "\u00FE\u00FF"),
            new Pattern("GB18030", "\u00841\u00953"));

    public static Optional<ByteOrderMark> of(TextFile file) throws FormatException {
        String head = new String(file.read(0, 4), StandardCharsets.ISO_8859_1);
        for (Pattern pattern : PATTERNS) {
            if (head.startsWith(pattern.bytes())) {
                return Optional.of(new ByteOrderMark(
                        Charset.forName(pattern.charset()), pattern.bytes().length()));
            }
        }
        return Optional.empty();
    }

    public boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }
}
