package netreader.format.txt.detection;

import static netreader.format.txt.detection.LanguageModels.IMPOSSIBLE;
import static netreader.format.txt.detection.LanguageModels.NAT;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import netreader.format.txt.detection.Evidence.Pair;

/** Weighs the evidence as text of each charset of one byte, in each language of its alphabets. */
final class OneByteWeigher {
    /** How a letter is written, and what that costs after another: {nothing or no letter, small, capital}. */
    private static final int[][] CASE_COSTS = {
        {0, NAT / 4, 3 * NAT / 2},
        {0, 0, 5 * NAT},
        {0, NAT / 4, 3 * NAT / 2},
    };

    private static final int NO_LETTER = 0;
    private static final int SMALL = 1;
    private static final int CAPITAL = 2;

    /** What a character costs more that no language has, beside that of its class. */
    private static final int STRANGE = 8 * NAT;

    /** The ASCII letters' opinion of the language counts so much at most, and more with each byte that is none. */
    private static final int MOST_FOR_LANGUAGE = 8 * NAT;

    private static final int MOST_FOR_EACH_BYTE = 5 * NAT;

    /** Texts in other languages have words of these. */
    private static final Set<String> AT_HOME = Set.of("fr", "de");

    private static final int MOST_AT_HOME = 2 * NAT;

    /**
     * The marks of books and those of typewriters, in the same order: messages of programs, of which the models are
     * made, have the latter at the same places.
     */
    private static final String BOOK_MARKS = "’‘“”—–";

    private static final String TYPEWRITER_MARKS = "''\"\"--";

    private static final int BOOK_MARK = NAT;

    /** The only language with a dotted capital, whose small letter all others have. */
    private static final String TURKISH = "tr";

    /** Texts of these models are in no other charsets. */
    private static final Map<String, String> ONLY_IN = Map.of("vi-tones", "windows-1258", "vi", "VISCII");

    /**
     * A charset's characters.
     *
     * @param small as small letters
     * @param typed the same, with the marks of typewriters for those of books
     * @param dotted whether it is the dotted capital
     * @param kind how it is written
     * @param extra what it costs in every language
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by no one
    private record Reading(char[] small, char[] typed, boolean[] dotted, int[] kind, int[] extra) {}

    private final LanguageModels models = LanguageModels.get();
    private final Evidence evidence;
    private final Pair[] pairs;
    private final long[] languageCosts;

    OneByteWeigher(Evidence evidence) {
        this.evidence = evidence;
        this.pairs = evidence.highPairs().toArray(Pair[]::new);
        this.languageCosts = languageCosts();
    }

    /**
     * Weighs charsets until they are too dear.
     *
     * @param among the charsets to weigh, of those that this weighs at all
     * @param enough readings of this cost or more are left out
     */
    List<Weighed> weigh(Predicate<Charset> among, long enough) {
        List<Weighed> all = new ArrayList<>();
        for (OneByteCharsets.Entry entry : OneByteCharsets.all()) {
            if (among.test(entry.charset())) {
                weigh(entry, enough).ifPresent(all::add);
            }
        }
        return all;
    }

    private Optional<Weighed> weigh(OneByteCharsets.Entry entry, long enough) {
        Reading reading = reading(entry.table());
        long shared = entry.prior();
        for (Pair pair : pairs) {
            shared += (long) pair.count() * sharedCost(reading, pair);
        }
        long best = enough;
        String language = "";
        List<AlphabetModel> alphabets = models.alphabets();
        for (int i = 0; i < alphabets.size(); i++) {
            AlphabetModel model = alphabets.get(i);
            String only = ONLY_IN.get(model.name());
            long certain = shared + languageCosts[i];
            if (certain >= best
                    || entry.alphabet() != model.script()
                    || (only != null && !only.equals(entry.charset().name()))) {
                continue;
            }
            long cost = certain + cost(reading, model, best - certain);
            if (cost < best) {
                best = cost;
                language = model.name();
            }
        }
        return language.isEmpty() ? Optional.empty() : Optional.of(new Weighed(entry.charset(), best, language));
    }

    private Reading reading(char[] table) {
        char[] small = new char[256];
        char[] typed = new char[256];
        boolean[] dotted = new boolean[256];
        int[] kind = new int[256];
        int[] extra = new int[256];
        for (int i = 0; i < 256; i++) {
            char c = table[i];
            int mark = BOOK_MARKS.indexOf(c);
            small[i] = Character.toLowerCase(c);
            typed[i] = mark < 0 ? small[i] : TYPEWRITER_MARKS.charAt(mark);
            dotted[i] = c == 'İ';
            kind[i] = Character.isUpperCase(c) ? CAPITAL : Character.isLetter(c) ? SMALL : NO_LETTER;
            extra[i] = impossible(c) ? IMPOSSIBLE : models.symbolCost(c);
        }
        return new Reading(small, typed, dotted, kind, extra);
    }

    private static boolean impossible(char c) {
        return c == '\uFFFD' || (c >= 0x7F && c < 0xA0) || (c >= 0xE000 && c < 0xF900);
    }

    /** What a pair costs in every language. */
    private static int sharedCost(Reading reading, Pair pair) {
        return reading.extra[pair.second()] + CASE_COSTS[reading.kind[pair.first()]][reading.kind[pair.second()]];
    }

    /** @param limit no need to count on beyond it */
    private long cost(Reading reading, AlphabetModel model, long limit) {
        int[] classes = new int[256];
        int[] own = new int[256];
        int[] plain = new int[256];
        boolean turkish = model.name().equals(TURKISH);
        for (int i = 0; i < 256; i++) {
            char c = reading.small[i];
            classes[i] = model.classOf(c);
            own[i] = classes[i] == 1 ? models.foreignCost(c) : classes[i] == 0 ? STRANGE : 0;
            own[i] += reading.dotted[i] && !turkish ? STRANGE : 0;
            plain[i] = model.classOf(reading.typed[i]);
        }
        long sum = 0;
        for (int i = 0; i < pairs.length && sum <= limit; i++) {
            int second = pairs[i].second();
            if (reading.extra[second] < IMPOSSIBLE) {
                int first = pairs[i].first();
                int transition = model.cost(classes[first], classes[second]);
                if (plain[first] != classes[first] || plain[second] != classes[second]) {
                    transition = Math.min(transition, model.cost(plain[first], plain[second]) + BOOK_MARK);
                }
                sum += (long) pairs[i].count() * (transition + own[second]);
            }
        }
        return sum;
    }

    /** What each language costs for the sake of the letters of ASCII alone, which all charsets read alike. */
    private long[] languageCosts() {
        List<AlphabetModel> alphabets = models.alphabets();
        long[] costs = new long[alphabets.size()];
        long best = Long.MAX_VALUE;
        for (int i = 0; i < costs.length; i++) {
            AlphabetModel model = alphabets.get(i);
            if (model.script() != Alphabet.LATIN) {
                continue;
            }
            for (Pair pair : evidence.asciiPairs()) {
                int first = model.classOf((char) Character.toLowerCase(pair.first()));
                int second = model.classOf((char) Character.toLowerCase(pair.second()));
                costs[i] += (long) pair.count() * model.cost(first, second);
            }
            best = Math.min(best, costs[i]);
        }
        long other = evidence.otherAlphabet();
        long bytes = Arrays.stream(pairs).mapToLong(Pair::count).sum();
        long[] out = new long[costs.length];
        for (int i = 0; i < costs.length; i++) {
            long each = AT_HOME.contains(alphabets.get(i).name()) ? MOST_AT_HOME : MOST_FOR_EACH_BYTE;
            long most = MOST_FOR_LANGUAGE + each * bytes;
            out[i] = alphabets.get(i).script() == Alphabet.LATIN ? Math.min(most, (costs[i] - best) / 2) : other;
            out[i] += alphabets.get(i).prior();
        }
        return out;
    }
}
