package netreader.format.txt;

import static netreader.format.txt.LanguageModels.IMPOSSIBLE;
import static netreader.format.txt.LanguageModels.NAT;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Weighs the evidence as text of the East Asian charsets. */
final class ManyByteWeigher {
    /** What it costs that ASCII begins after another character. */
    private static final int BACK_TO_ASCII = NAT;

    /** Charset, half nats of prior, languages. Supersets stand for what they contain. */
    private static final String[] NAMES = {
        "GB18030 0 zh-Hans zh-Hant",
        "Big5-HKSCS 0 zh-Hant",
        "windows-31j 1 ja ja-halfwidth",
        "EUC-JP 1 ja",
        "x-windows-949 1 ko",
        "x-EUC-TW 6 zh-Hant",
        "x-Johab 8 ko",
    };

    private record Entry(Charset charset, int prior, List<CharacterModel> models) {}

    private static final class Holder {
        static final List<Entry> ENTRIES = load();
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

    static List<Candidate> weigh(Evidence evidence) {
        List<Candidate> out = new ArrayList<>();
        for (Entry entry : Holder.ENTRIES) {
            StringBuilder text = new StringBuilder();
            for (byte[] part : evidence.parts()) {
                text.append(new String(part, entry.charset())).append('\n');
            }
            out.add(weigh(entry, text));
        }
        return out;
    }

    private static Candidate weigh(Entry entry, CharSequence text) {
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
        return new Candidate(entry.charset(), best, language);
    }

    private static long cost(CharacterModel model, CharSequence text) {
        long sum = 0;
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                sum += ascii ? 0 : BACK_TO_ASCII;
                ascii = true;
            } else {
                sum += c == '\uFFFD' || (c < 0xA0) ? IMPOSSIBLE : model.cost(c);
                ascii = false;
            }
        }
        return sum;
    }
}
