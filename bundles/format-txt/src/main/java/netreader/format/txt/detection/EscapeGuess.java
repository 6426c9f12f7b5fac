package netreader.format.txt.detection;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import netreader.format.txt.file.Charsets;
import netreader.format.txt.file.Detection;

/** Recognises the charsets that change within a text from ASCII to another by escape sequences of seven bits. */
final class EscapeGuess {
    /** What a text must have for a charset; the first that decodes is it. */
    private record Mark(String charset, String sequence) {}

    private static final List<Mark> MARKS = List.of(
            new Mark("ISO-2022-KR", "\u001B$)C"),
            new Mark("ISO-2022-CN", "\u001B$)A"),
            new Mark("ISO-2022-CN", "\u001B$)G"),
            new Mark("ISO-2022-CN", "\u001B$)E"),
            new Mark("ISO-2022-JP-2", "\u001B$(D"),
            new Mark("x-windows-50221", "\u001B(I"),
            new Mark("ISO-2022-JP", "\u001B$B"),
            new Mark("ISO-2022-JP", "\u001B$@"),
            new Mark("ISO-2022-JP", "\u001B(J"),
            new Mark("HZ-GB-2312", "~{"));

    /** What a character of a usual text costs at most. */
    private static final int COMMON = 11 * LanguageModels.NAT;

    private EscapeGuess() {}

    /** @param samples of a text that has no byte beyond ASCII */
    static Optional<Detection> of(List<Sample> samples, int bom) {
        StringBuilder joined = new StringBuilder();
        for (Sample sample : samples) {
            joined.append(new String(sample.bytes(), StandardCharsets.US_ASCII));
        }
        String text = joined.toString();
        for (Mark mark : MARKS) {
            int at = text.indexOf(mark.sequence());
            if (at >= 0 && isSupported(mark.charset()) && decodes(text, at, Charsets.forName(mark.charset()))) {
                String name = mark.sequence().replace("\u001B", "ESC ");
                return Optional.of(new Detection(
                        Charsets.forName(mark.charset()), bom, 0.95, "seven bits with the escape sequence " + name));
            }
        }
        return Optional.empty();
    }

    private static boolean isSupported(String name) {
        return name.startsWith("HZ") || Charset.isSupported(name);
    }

    private static boolean isChinese(CharSequence text) {
        CharacterModel chinese = LanguageModels.get().characters().get(0);
        long beyond = text.chars().filter(c -> c >= 0x80).count();
        long common =
                text.chars().filter(c -> c >= 0x80 && chinese.cost(c) < COMMON).count();
        return beyond > 0 && common * 4 >= beyond * 3;
    }

    /** Whether there is text of the charset from the sequence on; damage far behind it does not count. */
    private static boolean decodes(String text, int at, Charset charset) {
        int lineStart = text.lastIndexOf('\n', at) + 1;
        int lineEnd = text.indexOf('\n', at);
        String line = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd + 1);
        try {
            CharBuffer decoded = charset.newDecoder().decode(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            // Programs have the mark of HZ too.
            return !charset.name().startsWith("HZ") || isChinese(decoded);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
