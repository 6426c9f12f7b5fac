package netreader.format.txt.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The parts of the samples that are weighed, and how often which byte follows which there. */
final class Evidence {
    /** A part has at least so many bytes, about a line. */
    private static final int SHORTEST_PART = 128;

    private static final long OTHER_ALPHABET = 5L * LanguageModels.NAT;
    private static final long CHANGE = 3L * LanguageModels.NAT;
    private static final long OTHER_BYTE = 4L * LanguageModels.NAT;

    /**
     * A byte after another.
     *
     * @param first 0 to 255; a space at the start of a part
     */
    record Pair(int first, int second, int count) {}

    private final List<byte[]> parts = new ArrayList<>();
    private final List<Pair> high = new ArrayList<>();
    private final List<Pair> ascii = new ArrayList<>();
    private final int[] bytes = new int[256];
    private final boolean complete;

    /** @param most bytes to look at, about */
    Evidence(List<Sample> samples, int most) {
        List<byte[]> texts = samples.stream()
                .map(sample -> Sample.withoutRepetition(sample.cleaned()))
                .filter(each -> Sample.highBytes(each) > 0)
                .toList();
        int[] pairs = new int[0x10000];
        int budget = Math.max(SHORTEST_PART, most / Math.max(1, texts.size()));
        boolean all = true;
        for (byte[] text : texts) {
            byte[] part = around(text, budget);
            parts.add(part);
            all &= part.length == text.length;
            int before = ' ';
            for (byte each : part) {
                int now = each & 0xFF;
                pairs[before << 8 | now]++;
                bytes[now]++;
                before = now;
            }
        }
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] > 0) {
                (((i | i >> 8) & 0x80) != 0 ? high : ascii).add(new Pair(i >> 8, i & 0xFF, pairs[i]));
            }
        }
        // What comes often comes first, so that bad readings are left early.
        high.sort(Comparator.comparingInt(Pair::count).reversed());
        complete = all;
    }

    /** A part of the text, from the line on that holds the first byte beyond ASCII. */
    private static byte[] around(byte[] text, int length) {
        if (text.length <= length) {
            return text;
        }
        int from = 0;
        for (int i = 0; i < text.length && text[i] >= 0; i++) {
            from = text[i] == '\n' || text[i] == '\r' || text[i] == ' ' ? i : from;
        }
        from = Math.min(from, text.length - length);
        return Arrays.copyOfRange(text, from, from + length);
    }

    /** Whether there is nothing beyond ASCII that is not in the evidence. */
    boolean isComplete() {
        return complete;
    }

    List<byte[]> parts() {
        return parts;
    }

    /** Pairs with at least one byte that is not ASCII. */
    List<Pair> highPairs() {
        return high;
    }

    List<Pair> asciiPairs() {
        return ascii;
    }

    /**
     * What it costs that the bytes are of another alphabet than the Latin one: something where most of the text is
     * ASCII letters, and more for each place where the alphabet changes.
     */
    long otherAlphabet() {
        long letters = 0;
        long other = 0;
        for (int i = 0; i < 256; i++) {
            letters += (i | 0x20) >= 'a' && (i | 0x20) <= 'z' ? bytes[i] : 0;
            other += i >= 0x80 ? bytes[i] : 0;
        }
        long changes = high.stream()
                .filter(each -> each.first() < 0x80)
                .mapToLong(Pair::count)
                .sum();
        return letters > 3 * other ? OTHER_ALPHABET + changes * CHANGE + other * OTHER_BYTE : 0;
    }

    /** How often the byte occurs. */
    int count(int value) {
        return bytes[value];
    }
}
