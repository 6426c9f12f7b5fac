package netreader.format.txt.detection;

import java.util.List;

/**
 * How well some samples of a file fit UTF-8.
 *
 * @param sequences well-formed sequences of two bytes or more
 * @param errors malformed places
 * @param unfinished whether the file ends within a sequence
 */
record Utf8Check(long sequences, long errors, boolean unfinished) {
    /** Damaged UTF-8 is still UTF-8; other charsets fit it in far fewer places than they break it. */
    private static final int SEQUENCES_PER_ERROR = 20;

    /** About what a character of a usual text costs. */
    private static final int SEQUENCE_COST = 6 * LanguageModels.NAT;

    /** That a text in UTF-8 is damaged at all. */
    private static final int DAMAGED = 10 * LanguageModels.NAT;

    private static final int ERROR_COST = 14 * LanguageModels.NAT;

    static Utf8Check of(List<Sample> samples) {
        long sequences = 0;
        long errors = 0;
        boolean unfinished = false;
        for (Sample sample : samples) {
            byte[] bytes = sample.bytes();
            int at = sample.cutAtStart() ? continuationBytes(bytes) : 0;
            while (at < bytes.length) {
                if (bytes[at] >= 0) {
                    at++;
                    continue;
                }
                int length = sequence(bytes, at);
                boolean cut = length == 0 && isBeginning(bytes, at);
                unfinished |= cut && !sample.cutAtEnd();
                sequences += length > 0 ? 1 : 0;
                errors += length > 0 || cut ? 0 : 1;
                at += cut ? bytes.length : Math.max(1, length);
            }
        }
        return new Utf8Check(sequences, errors, unfinished);
    }

    /** Whether a sequence begins here that the end of the bytes cuts. */
    private static boolean isBeginning(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        boolean cut = first >= 0xC2 && first <= 0xF4 && at + length > bytes.length;
        for (int i = at + 1; cut && i < bytes.length; i++) {
            cut = (bytes[i] & 0xC0) == 0x80;
        }
        return cut;
    }

    /** The length of the well-formed sequence of two bytes or more here; 0 if there is none. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + length > bytes.length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        // Neither surrogates nor anything beyond the last plane.
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    boolean valid() {
        return sequences > 0 && errors == 0;
    }

    boolean mostlyValid() {
        return sequences > 0 && sequences >= errors * SEQUENCES_PER_ERROR;
    }

    boolean isAscii() {
        return sequences == 0 && errors == 0 && !unfinished;
    }

    /** The cost of the bytes in damaged UTF-8, in {@link LanguageModels#NAT}ths of a nat, to compare with other readings. */
    long cost() {
        return DAMAGED + sequences * SEQUENCE_COST + errors * ERROR_COST;
    }

    /** The rest of a character that the sample's start cut: three bytes at most. */
    static int continuationBytes(byte[] bytes) {
        int n = 0;
        while (n < 3 && n < bytes.length && (bytes[n] & 0xC0) == 0x80) {
            n++;
        }
        return n;
    }
}
