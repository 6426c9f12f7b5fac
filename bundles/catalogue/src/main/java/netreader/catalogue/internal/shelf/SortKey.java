package netreader.catalogue.internal.shelf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes whose order is the order of texts on a shelf: without regard to case and accents, numbers by their value, Chinese
 * characters behind all others in the order of GB 2312, which is the one of {@code Collator.getInstance(Locale.CHINA)}:
 * by pinyin the 3,755 most common, by radical 3,008 more, the rest as in Unicode.
 */
final class SortKey {
    /** What differs behind these is in no order that anybody would notice. */
    private static final int MAX_BYTES = 80;

    private static final int FIRST_HAN = 0x4E00;
    private static final int LAST_HAN = 0x9FFF;
    /** Above all first bytes of UTF-8. */
    private static final int HAN = 0xF8;

    private static final int RARE_HAN = 0xF9;
    private static final char[] GB2312 = gb2312();

    private static final byte ABOVE_ALL_KEYS = (byte) 0xFF;

    private SortKey() {}

    private static char[] gb2312() {
        char[] codes = new char[LAST_HAN - FIRST_HAN + 1];
        if (!Charset.isSupported("GB2312")) {
            return codes;
        }
        StringBuilder all = new StringBuilder();
        for (char c = FIRST_HAN; c <= LAST_HAN; c++) {
            all.append(c);
        }
        byte[] bytes = all.toString().getBytes(Charset.forName("GB2312"));
        for (int i = 0, at = 0; i < codes.length; i++) {
            boolean known = bytes[at] < 0; // else it is a question mark
            codes[i] = known ? (char) (((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF)) : 0;
            at += known ? 2 : 1;
        }
        return codes;
    }

    /** Signs at the beginning do not count, such as those around a title, unless there is nothing else. */
    static byte[] of(String text) {
        String folded = SearchText.fold(text);
        int from = 0;
        while (from < folded.length() && !Character.isLetterOrDigit(folded.codePointAt(from))) {
            from += Character.charCount(folded.codePointAt(from));
        }
        return ofFolded(from == folded.length() ? folded.strip() : folded.substring(from));
    }

    /** The order of paths: a folder comes before what begins with its name. */
    static byte[] ofPath(String path) {
        return ofFolded(SearchText.fold(path).replace('/', '\u0001'));
    }

    /** Where the keys end that begin with some bytes. */
    static byte[] end(byte[] start) {
        byte[] end = Arrays.copyOf(start, start.length + 1);
        end[start.length] = ABOVE_ALL_KEYS;
        return end;
    }

    private static byte[] ofFolded(String folded) {
        ByteArrayOutputStream key = new ByteArrayOutputStream(MAX_BYTES);
        for (int i = 0; i < folded.length() && key.size() < MAX_BYTES; ) {
            int c = folded.codePointAt(i);
            if (c >= '0' && c <= '9') {
                i = addNumber(folded, i, key);
                continue;
            }
            i += Character.charCount(c);
            if (c >= FIRST_HAN && c <= LAST_HAN) {
                addHan(c, key);
            } else if (c < 0x80) {
                key.write(c);
            } else {
                key.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return key.toByteArray();
    }

    /** A number with more digits is greater, whatever they are. */
    private static int addNumber(String text, int from, ByteArrayOutputStream key) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        int first = from;
        while (first < end - 1 && text.charAt(first) == '0') {
            first++;
        }
        key.write('0');
        key.write(Math.min(end - first, 255));
        for (int i = first; i < end && key.size() < MAX_BYTES; i++) {
            key.write(text.charAt(i));
        }
        return end;
    }

    private static void addHan(int c, ByteArrayOutputStream key) {
        int code = GB2312[c - FIRST_HAN];
        key.write(code == 0 ? RARE_HAN : HAN);
        key.write((code == 0 ? c : code) >> 8);
        key.write((code == 0 ? c : code) & 0xFF);
    }
}
