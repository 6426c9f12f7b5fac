package netreader.format.txt.detection;

import static netreader.format.txt.detection.LanguageModels.IMPOSSIBLE;
import static netreader.format.txt.detection.LanguageModels.NAT;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Recognises UTF-16 and UTF-32 without a byte order mark by what their units would be. */
final class WideGuess {
    /** More is not more certain. */
    private static final int MOST_UNITS = 2048;

    /** The share of units of a text in UTF-32 that are characters; damaged places and the odd end are none. */
    private static final double ENOUGH = 0.97;

    /** What a unit costs on average in texts at most. */
    private static final int DEAREST = 17 * NAT / 2;

    /** About what a letter costs. */
    private static final int LETTER = 3 * NAT;

    /**
     * How a reading as UTF-16 went.
     *
     * @param cost of all units
     * @param plain line ends and spaces, whose NUL bytes no other charset has
     * @param strange controls, units without a character
     */
    private record Tally(long units, long cost, long plain, long strange) {
        double average() {
            return (double) cost / Math.max(1, units);
        }
    }

    private WideGuess() {}

    /** The charset, the cost of the samples in it, and whether there is no doubt. */
    record Guess(Charset charset, long cost, boolean certain) {}

    static Optional<Guess> of(List<Sample> samples) {
        if (fourBytes(samples, ByteOrder.LITTLE_ENDIAN) > ENOUGH) {
            return Optional.of(new Guess(Charset.forName("UTF-32LE"), 0, true));
        }
        if (fourBytes(samples, ByteOrder.BIG_ENDIAN) > ENOUGH) {
            return Optional.of(new Guess(Charset.forName("UTF-32BE"), 0, true));
        }
        Tally little = twoBytes(samples, ByteOrder.LITTLE_ENDIAN);
        Tally big = twoBytes(samples, ByteOrder.BIG_ENDIAN);
        boolean isLittle = little.cost() < big.cost();
        Tally better = isLittle ? little : big;
        Tally worse = isLittle ? big : little;
        if (better.average() > DEAREST || worse.cost() - better.cost() < 10 * NAT) {
            return Optional.empty();
        }
        Charset charset = isLittle ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        boolean certain = better.plain() > 0 && better.strange() <= better.units() / 100 && worse.strange() > 0;
        return Optional.of(new Guess(charset, better.cost(), certain));
    }

    private static double fourBytes(List<Sample> samples, ByteOrder order) {
        long units = 0;
        long characters = 0;
        for (Sample sample : samples) {
            ByteBuffer bytes = ByteBuffer.wrap(sample.bytes()).order(order);
            while (bytes.remaining() >= 4) {
                int c = bytes.getInt();
                units++;
                boolean printed = c > 0 && Character.isDefined(c) && !Character.isISOControl(c);
                characters += printed || isBreak(c) ? 1 : 0;
            }
        }
        return units == 0 ? 0 : (double) characters / units;
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == '\t';
    }

    private static Tally twoBytes(List<Sample> samples, ByteOrder order) {
        long units = 0;
        long cost = 0;
        long plain = 0;
        long strange = 0;
        int most = MOST_UNITS / Math.max(1, samples.size());
        for (Sample sample : samples) {
            ByteBuffer bytes = ByteBuffer.wrap(sample.bytes()).order(order);
            char before = 0;
            for (int i = 0; bytes.remaining() >= 2 && i < Math.max(most, 64); i++) {
                char c = bytes.getChar();
                if (c == before) {
                    continue; // a row of lines or stars says no more than one
                }
                before = c;
                int each = cost(c);
                units++;
                cost += each;
                plain += c == ' ' || c == '\n' || c == '\r' ? 1 : 0;
                strange += each >= IMPOSSIBLE ? 1 : 0;
            }
        }
        return new Tally(units, cost, plain, strange);
    }

    private static int cost(char c) {
        if (c < 0x600) {
            boolean control = Character.isISOControl(c) && !isBreak(c);
            return control || !Character.isDefined(c) ? IMPOSSIBLE : c < 0x80 ? LETTER : 2 * LETTER;
        }
        int best = IMPOSSIBLE;
        for (CharacterModel model : LanguageModels.get().characters()) {
            best = Math.min(best, model.cost(c));
        }
        return Character.isDefined(c) && Character.getType(c) != Character.PRIVATE_USE
                ? Math.min(best, 16 * NAT)
                : IMPOSSIBLE;
    }
}
