package netreader.format.txt.file;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

/** The ways in which charsets make characters of bytes, and how each is told where a character begins. */
public enum Encoding {
    SINGLE_BYTE,
    UTF_8,
    UTF_16_LITTLE,
    UTF_16_BIG,
    UTF_32,
    /** One byte or several, without a state: GB18030, Big5, Shift_JIS, the EUC family. */
    MULTI_BYTE,
    /** Escape sequences and shifts change what the bytes after them mean, until the end of the line: ISO 2022, HZ. */
    SHIFTED;

    private static final int SINGLE_SHIFT_TWO = 0x8E;
    private static final int SINGLE_SHIFT_THREE = 0x8F;

    /** Those whose bytes are known to follow {@link #endsCharacter}, whole or damaged: tests try it. */
    private static final Set<String> MULTI_BYTE_CHARSETS = Set.of(
            "GB18030",
            "GBK",
            "GB2312",
            "x-mswin-936",
            "Big5",
            "Big5-HKSCS",
            "x-MS950-HKSCS",
            "x-windows-950",
            "x-EUC-TW",
            "windows-31j",
            "Shift_JIS",
            "x-SJIS_0213",
            "x-MS932_0213",
            "EUC-JP",
            "x-eucJP-Open",
            "EUC-KR",
            "x-windows-949",
            "x-Johab");

    private static final Set<String> SHIFTED_CHARSETS = Set.of(
            "ISO-2022-JP",
            "ISO-2022-JP-2",
            "x-windows-iso2022jp",
            "x-windows-50220",
            "x-windows-50221",
            "ISO-2022-KR",
            "ISO-2022-CN",
            "x-ISO-2022-CN-GB",
            "HZ-GB-2312");

    /** Empty for charsets in which pages cannot be cut: those without ASCII, and some rare ones of several bytes. */
    public static Optional<Encoding> of(Charset charset) {
        String name = charset.name();
        return switch (name) {
            case "UTF-8" -> Optional.of(UTF_8);
            case "UTF-16LE" -> Optional.of(UTF_16_LITTLE);
            case "UTF-16BE" -> Optional.of(UTF_16_BIG);
            case "UTF-32LE", "UTF-32BE" -> Optional.of(UTF_32);
            default -> {
                if (SHIFTED_CHARSETS.contains(name)) {
                    yield Optional.of(SHIFTED);
                }
                if (MULTI_BYTE_CHARSETS.contains(name)) {
                    yield Optional.of(MULTI_BYTE);
                }
                boolean single = charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
                yield single && hasLineEnds(charset) ? Optional.of(SINGLE_BYTE) : Optional.empty();
            }
        };
    }

    private static boolean hasLineEnds(Charset charset) {
        return new String(new byte[] {'\r', '\n'}, charset).equals("\r\n");
    }

    /**
     * Whether a decoder that began at the start of the text begins a character at an index, as far as the bytes just
     * before it tell: true is certain.
     *
     * @param bytes hold the three before the index, unless the text begins later
     * @param offset of the index from the start of the text
     */
    public boolean startsCharacter(byte[] bytes, int index, long offset) {
        return switch (this) {
            case SINGLE_BYTE -> true;
            case UTF_8 -> !continuation(bytes, index) || threeContinuations(bytes, index);
            // A decoder takes a high surrogate and whatever follows it for one thing.
            case UTF_16_LITTLE -> offset % 2 == 0 && !highSurrogate(bytes, index - 1);
            case UTF_16_BIG -> offset % 2 == 0 && !highSurrogate(bytes, index - 2);
            case UTF_32 -> offset % 4 == 0;
            case MULTI_BYTE -> endsCharacter(bytes, index - 1);
            case SHIFTED -> at(bytes, index - 1) == '\n' || at(bytes, index - 1) == '\r';
        };
    }

    /**
     * Whether a line end at an index is one, and not swallowed by a damaged character before it. Only charsets of
     * several bytes are in doubt.
     */
    public boolean isLineEnd(byte[] bytes, int index) {
        return this != MULTI_BYTE || endsCharacter(bytes, index);
    }

    /**
     * Bytes below 0x30 are never the second of a pair, and where a damaged pair swallows one, it ends there as well;
     * only after the shifts of EUC-JP and EUC-TW more may be swallowed. Of two bytes below 0x80, the first ends a
     * character in any case, and so the second is one.
     */
    private static boolean endsCharacter(byte[] bytes, int index) {
        int last = at(bytes, index);
        int before = at(bytes, index - 1);
        if (last >= 0x80 || before < 0x80) {
            return last < 0x80;
        }
        return last < 0x30 && before != SINGLE_SHIFT_THREE && at(bytes, index - 2) != SINGLE_SHIFT_TWO;
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
}
