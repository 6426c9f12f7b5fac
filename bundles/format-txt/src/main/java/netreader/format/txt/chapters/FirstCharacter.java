package netreader.format.txt.chapters;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import netreader.format.txt.file.CodeUnit;

/** Looks at the beginnings of lines without decoding them: what most lines are told from headings by. One thread. */
final class FirstCharacter {
    /** The character cannot be told from two bytes. */
    static final int UNKNOWN = -1;

    private static final int NOT_ASKED = -2;

    private final Charset charset;
    private final CodeUnit unit;
    private final boolean utf8;
    /** By the first two bytes of a character in a charset that has no longer ones there. */
    private final int[] known;

    FirstCharacter(Charset charset) {
        this.charset = charset;
        this.unit = CodeUnit.of(charset);
        this.utf8 = charset.equals(StandardCharsets.UTF_8);
        this.known = utf8 || unit.bytes() > 1 ? new int[0] : new int[1 << 16];
        Arrays.fill(known, NOT_ASKED);
    }

    /** Index of the first character that is not blank, {@code end} if there is none. */
    int skipBlanks(byte[] text, int start, int end) {
        int i = start;
        while (i < end) {
            int c = at(text, i, end);
            if (c == UNKNOWN || !Plain.isBlank((char) c)) {
                return i;
            }
            i += width((char) c);
        }
        return end;
    }

    private int width(char blank) {
        if (unit.bytes() > 1) {
            return unit.bytes();
        }
        return blank < 0x80 ? 1 : utf8 ? (blank < 0x800 ? 2 : 3) : blank == '\u00A0' && isOneByte() ? 1 : 2;
    }

    private boolean isOneByte() {
        return charset.name().startsWith("windows-125") || charset.name().startsWith("ISO-8859");
    }

    /** The character that begins at an index, {@link #UNKNOWN} if more must be decoded; plane 0 only. */
    int at(byte[] text, int index, int end) {
        if (unit.bytes() > 1) {
            return wide(text, index, end);
        }
        int first = text[index] & 0xFF;
        if (utf8) {
            return utf8(text, index, end, first);
        }
        if ((first < ' ' && first != '\t' && first != '\f') || first == '~') {
            return UNKNOWN; // may begin an escape in HZ and ISO 2022
        }
        int second = index + 1 < end ? text[index + 1] & 0xFF : 0;
        int pair = (first << 8) | second;
        if (known[pair] == NOT_ASKED) {
            known[pair] = decode(first, second);
        }
        return known[pair];
    }

    private int decode(int first, int second) {
        boolean longer = (first >= 0x80 && second >= '0' && second <= '9') || first == 0x8E || first == 0x8F;
        if (longer) {
            return UNKNOWN;
        }
        byte[] bytes = {(byte) first, (byte) second};
        char c = new String(bytes, charset).charAt(0);
        return c == '\uFFFD' || Character.isSurrogate(c) ? UNKNOWN : c;
    }

    private int wide(byte[] text, int index, int end) {
        if (index + unit.bytes() > end) {
            return UNKNOWN;
        }
        boolean big = unit.low() > 0;
        int value = 0;
        for (int i = 0; i < unit.bytes(); i++) {
            value = (value << 8) | (text[index + (big ? i : unit.bytes() - 1 - i)] & 0xFF);
        }
        return value < 0 || value > 0xFFFF || Character.isSurrogate((char) value) ? UNKNOWN : value;
    }

    private static int utf8(byte[] text, int index, int end, int first) {
        if (first < 0x80) {
            return first;
        }
        if (first >= 0xE0 && first < 0xF0 && index + 2 < end) {
            return ((first & 0xF) << 12) | ((text[index + 1] & 0x3F) << 6) | (text[index + 2] & 0x3F);
        }
        return first >= 0xC0 && first < 0xE0 && index + 1 < end
                ? ((first & 0x1F) << 6) | (text[index + 1] & 0x3F)
                : UNKNOWN;
    }
}
