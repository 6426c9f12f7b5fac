package netreader.format.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the names in an archive are in letters. Archives say UTF-8 or nothing at all, and were then packed in whatever
 * the packer's computer used: all names of one archive are taken to be in one charset, the first in which all of them
 * can be read.
 */
final class EntryNames {
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, Charset.forName("GB18030"), Charset.forName("Shift_JIS"), Charset.forName("Big5"));

    /** Has a letter for each byte. */
    private static final Charset LAST = Charset.forName("IBM437");

    private EntryNames() {}

    static Charset charset(List<byte[]> names) {
        return CHARSETS.stream()
                .filter(charset ->
                        names.stream().allMatch(name -> decode(name, charset).isPresent()))
                .findFirst()
                .orElse(LAST);
    }

    private static Optional<String> decode(byte[] name, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(name))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
