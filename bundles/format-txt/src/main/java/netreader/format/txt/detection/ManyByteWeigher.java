package netreader.format.txt.detection;

import static netreader.format.txt.detection.LanguageModels.IMPOSSIBLE;
import static netreader.format.txt.detection.LanguageModels.NAT;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Weighs the evidence as text of the East Asian charsets. */
final class ManyByteWeigher {
    /** What it costs that ASCII begins after another character. */
    private static final int BACK_TO_ASCII = NAT;

    /** What a run of half-width katakana costs beside its characters. */
    private static final int HALFWIDTH_BEGINS = 4 * NAT;

    /** What a single character at a word of ASCII letters costs: East Asian texts seldom have such. */
    private static final int ALONE = 8 * NAT;

    /** Charset, half nats of prior, languages. Supersets stand for what they contain. */
    private static final String[] NAMES = {
        "GB18030 0 zh-Hans zh-Hant",
        "Big5-HKSCS 0 zh-Hant",
        "windows-31j 1 ja",
        "EUC-JP 1 ja",
        "x-windows-949 1 ko",
        "x-EUC-TW 6 zh-Hant",
        "x-Johab 8 ko",
    };

    private record Entry(Charset charset, int prior, List<CharacterModel> models) {}

    private static final class Holder {
        static final List<Entry> ENTRIES = load();
        static final CharacterModel HALFWIDTH = model("ja-halfwidth");
    }

    private ManyByteWeigher() {}

    private static List<Entry> load() {
        List<Entry> out = new ArrayList<>();
        for (String line : NAMES) {
            List<String> cells = List.of(line.split(" ", -1));
            List<CharacterModel> models = LanguageModels.get().characters().stream()
                    .filter(each -> cells.contains(each.name()))
                    .toList();
            out.add(new Entry(Charset.forName(cells.get(0)), Integer.parseInt(cells.get(1)) * NAT / 2, models));
        }
        return out;
    }

    private static CharacterModel model(String name) {
        return LanguageModels.get().characters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** @param among the charsets to weigh, of those that this weighs at all */
    static List<Weighed> weigh(Evidence evidence, Predicate<Charset> among) {
        List<Weighed> out = new ArrayList<>();
        for (Entry entry : Holder.ENTRIES) {
            if (!among.test(entry.charset())) {
                continue;
            }
            StringBuilder text = new StringBuilder();
            for (byte[] part : evidence.parts()) {
                text.append(new String(part, entry.charset())).append('\n');
            }
            Weighed found = weigh(entry, text);
            out.add(found.cheaperBy(-evidence.otherAlphabet()));
        }
        return out;
    }

    private static Weighed weigh(Entry entry, CharSequence text) {
        long best = Long.MAX_VALUE;
        String language = "";
        for (int i = 0; i < entry.models().size(); i++) {
            // The language that the charset is not made for is the second.
            long cost = entry.prior() + 4L * i * NAT + cost(entry.models().get(i), text);
            if (cost < best) {
                best = cost;
                language = entry.models().get(i).name();
            }
        }
        return new Weighed(entry.charset(), best, language);
    }

    private static long cost(CharacterModel model, CharSequence text) {
        long sum = 0;
        char before = '\n';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                sum += before < 0x80 ? 0 : BACK_TO_ASCII;
            } else if (c == '\uFFFD' || c < 0xA0) {
                sum += IMPOSSIBLE;
            } else if (isHalfwidth(c)) {
                sum += Holder.HALFWIDTH.cost(c) + (isHalfwidth(before) ? 0 : HALFWIDTH_BEGINS);
            } else {
                sum += model.cost(c);
            }
            char after = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
            boolean alone =
                    c >= 0x80 && before < 0x80 && after < 0x80 && (isLatin(before) || isLatin(after) || isHalfwidth(c));
            sum += alone ? ALONE : 0;
            before = c;
        }
        return sum;
    }

    private static boolean isHalfwidth(char c) {
        return c >= '\uFF61' && c <= '\uFF9F';
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
