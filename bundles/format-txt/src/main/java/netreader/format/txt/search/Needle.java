package netreader.format.txt.search;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is looked for, as the bytes in which a text may have it: each character in either case, wide or narrow, and
 * composed or not; a space is any white space, also a line end. So a text is searched without decoding it. Any thread.
 */
public final class Needle {
    private static final List<String> WHITE = List.of(" ", "\t", "\r", "\n", "\u00A0", "\u3000");

    /** More white space in a row separates, and does not belong to a phrase. */
    private static final int LONGEST_WHITE = 64;

    private static final char FIRST_WIDE_OR_NARROW = '\uFF01';
    private static final char LAST_WIDE_OR_NARROW = '\uFFEE';
    private static final String VOICED_MARKS = "\uFF9E\uFF9F";
    private static final char FIRST_NARROW_KANA = '\uFF66';

    /** Wide and narrow forms by what they stand for. */
    private static final Map<String, List<String>> FORMS = forms();

    /** The ways to write one character, in bytes. */
    @SuppressWarnings("ArrayRecordComponent") // compared by no one
    private record Unit(byte[][] forms, boolean repeated) {}

    private final List<Unit> units = new ArrayList<>();
    private final boolean[] firstBytes = new boolean[256];
    /** By the first byte and the second: most places that begin well end here. */
    private final BitSet firstTwo = new BitSet(1 << 16);

    private int longest;

    public Needle(String query, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        String[] words = narrow(query.strip()).split("[\\s\\u3000\\u00A0]+", -1);
        for (int i = 0; i < words.length; i++) {
            if (i > 0) {
                add(encoder, WHITE, true);
            }
            words[i].codePoints().forEach(c -> add(encoder, writings(c), false));
        }
        for (byte[] form : units.get(0).forms()) {
            firstBytes[form[0] & 0xFF] = true;
            if (form.length > 1) {
                firstTwo.set(pair(form[0], form[1]));
            } else if (units.size() > 1) {
                for (byte[] second : units.get(1).forms()) {
                    firstTwo.set(pair(form[0], second[0]));
                }
            } else {
                firstTwo.set(pair(form[0], (byte) 0), pair(form[0], (byte) -1) + 1);
            }
        }
    }

    private static int pair(byte first, byte second) {
        return (first & 0xFF) << 8 | (second & 0xFF);
    }

    /** Whether the charset has every character; else the text cannot have them. */
    public boolean canBeWritten() {
        return units.stream().allMatch(unit -> unit.forms().length > 0);
    }

    /** As many bytes as the longest match may have. */
    int longest() {
        return longest;
    }

    /** Whether a match may begin at an index; costs little. */
    boolean mayBeginAt(byte[] bytes, int index) {
        return firstBytes[bytes[index] & 0xFF]
                && (index + 1 == bytes.length || firstTwo.get(pair(bytes[index], bytes[index + 1])));
    }

    /**
     * Matches at an index.
     *
     * @param limit index after the last byte that may belong to the match
     * @return index after the match, -1 if there is none
     */
    int matchEnd(byte[] bytes, int index, int limit) {
        return matchEnd(bytes, index, limit, 0);
    }

    private int matchEnd(byte[] bytes, int index, int limit, int unit) {
        if (unit == units.size()) {
            return index;
        }
        Unit wanted = units.get(unit);
        if (wanted.repeated()) {
            int end = index;
            for (int i = 0; i < LONGEST_WHITE; i++) {
                int next = oneOf(wanted, bytes, end, limit);
                if (next < 0) {
                    break;
                }
                end = next;
            }
            return end > index ? matchEnd(bytes, end, limit, unit + 1) : -1;
        }
        for (byte[] form : wanted.forms()) {
            if (isAt(form, bytes, index, limit)) {
                int end = matchEnd(bytes, index + form.length, limit, unit + 1);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return -1;
    }

    private static int oneOf(Unit unit, byte[] bytes, int index, int limit) {
        for (byte[] form : unit.forms()) {
            if (isAt(form, bytes, index, limit)) {
                return index + form.length;
            }
        }
        return -1;
    }

    private static boolean isAt(byte[] form, byte[] bytes, int index, int limit) {
        if (index + form.length > limit) {
            return false;
        }
        for (int i = 0; i < form.length; i++) {
            if (bytes[index + i] != form[i]) {
                return false;
            }
        }
        return true;
    }

    private void add(CharsetEncoder encoder, Iterable<String> writings, boolean repeated) {
        List<byte[]> forms = new ArrayList<>();
        int most = 0;
        for (String writing : writings) {
            if (encoder.canEncode(writing)) {
                byte[] form = writing.getBytes(encoder.charset());
                forms.add(form);
                most = Math.max(most, form.length);
            }
        }
        units.add(new Unit(forms.toArray(byte[][]::new), repeated));
        longest += repeated ? LONGEST_WHITE * most : most;
    }

    /** Without wide Latin letters and narrow kana. */
    private static String narrow(String query) {
        StringBuilder narrow = new StringBuilder();
        int from = 0;
        while (from < query.length()) {
            int to = from;
            while (to < query.length() && isWideOrNarrow(query.charAt(to))) {
                to++;
            }
            narrow.append(Normalizer.normalize(query.substring(from, to), Normalizer.Form.NFKC));
            from = to;
            while (to < query.length() && !isWideOrNarrow(query.charAt(to))) {
                to++;
            }
            narrow.append(query, from, to);
            from = to;
        }
        return Normalizer.normalize(narrow, Normalizer.Form.NFC);
    }

    private static boolean isWideOrNarrow(char c) {
        return c >= FIRST_WIDE_OR_NARROW && c <= LAST_WIDE_OR_NARROW;
    }

    private static Set<String> writings(int c) {
        Set<String> writings = new LinkedHashSet<>();
        writings.add(Character.toString(c));
        int folded = fold(c);
        for (int other = 0; other <= Character.MAX_VALUE && Character.isLetter(c); other++) {
            if (fold(other) == folded) {
                writings.add(Character.toString(other));
            }
        }
        for (String each : List.copyOf(writings)) {
            writings.addAll(FORMS.getOrDefault(each, List.of()));
            writings.add(Normalizer.normalize(each, Normalizer.Form.NFD));
        }
        return writings;
    }

    private static int fold(int c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private static Map<String, List<String>> forms() {
        Map<String, List<String>> forms = new HashMap<>();
        for (char c = FIRST_WIDE_OR_NARROW; c <= LAST_WIDE_OR_NARROW; c++) {
            addForm(forms, Character.toString(c));
            for (int i = 0; i < VOICED_MARKS.length() && c >= FIRST_NARROW_KANA && c < VOICED_MARKS.charAt(0); i++) {
                addForm(forms, Character.toString(c) + VOICED_MARKS.charAt(i));
            }
        }
        return forms;
    }

    private static void addForm(Map<String, List<String>> forms, String form) {
        String plain = Normalizer.normalize(form, Normalizer.Form.NFKC);
        if (plain.codePointCount(0, plain.length()) == 1 && !plain.equals(form)) {
            forms.computeIfAbsent(plain, key -> new ArrayList<>()).add(form);
        }
    }
}
