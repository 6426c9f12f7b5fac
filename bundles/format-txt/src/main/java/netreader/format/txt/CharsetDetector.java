package netreader.format.txt;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netreader.format.FormatException;
import org.mozilla.universalchardet.UniversalDetector;

/** Finds a file's charset: a byte order mark, else strict UTF-8, else UTF-16, else what juniversalchardet says. */
final class CharsetDetector {
    /** What the detector says, and the superset that files with that label are really written in. */
    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("GB2312", "GB18030"),
            Map.entry("GBK", "GB18030"),
            Map.entry("BIG5", "Big5-HKSCS"),
            Map.entry("SHIFT_JIS", "windows-31j"),
            Map.entry("EUC-KR", "x-windows-949"),
            Map.entry("ISO-8859-1", "windows-1252"),
            Map.entry("TIS620", "x-windows-874"),
            Map.entry("MACCYRILLIC", "x-MacCyrillic"));

    private record Vote(Charset charset, String said, double share) {}

    private final TextFile file;

    CharsetDetector(TextFile file) {
        this.file = file;
    }

    Detection detect() throws FormatException {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(file);
        int bom = mark.map(ByteOrderMark::length).orElse(0);
        if (mark.isPresent() && !mark.get().isUtf8()) {
            Charset charset = mark.get().charset();
            return new Detection(charset, bom, 1, "begins with the byte order mark of " + charset.name());
        }
        List<Sample> samples = Sample.of(file, bom);
        Utf8Check utf8 = Utf8Check.of(samples);
        boolean ascii = utf8.sequences() == 0 && utf8.errors() == 0;
        // Some editors put the mark of UTF-8 before a text in another charset.
        if (bom > 0 && (ascii || utf8.mostlyValid())) {
            return new Detection(StandardCharsets.UTF_8, bom, 1, "begins with the byte order mark of UTF-8");
        }
        Optional<Detection> wide = Utf16Guess.of(samples);
        if (wide.isPresent()) {
            return wide.get();
        }
        if (ascii) {
            return new Detection(StandardCharsets.UTF_8, bom, 1, "only ASCII");
        }
        return utf8.valid() ? utf8(bom, utf8) : other(bom, utf8, samples);
    }

    private static Detection utf8(int bom, Utf8Check check) {
        double confidence = 1 - Math.pow(0.5, Math.min(check.sequences(), 10) + 1.0);
        return new Detection(
                StandardCharsets.UTF_8, bom, confidence, "valid UTF-8, " + check.sequences() + " multi-byte sequences");
    }

    private static Detection other(int bom, Utf8Check utf8, List<Sample> samples) {
        if (utf8.mostlyValid()) {
            return new Detection(
                    StandardCharsets.UTF_8,
                    bom,
                    0.9,
                    "UTF-8 with " + utf8.errors() + " errors in " + utf8.sequences() + " multi-byte sequences");
        }
        Optional<Vote> vote = vote(samples);
        if (vote.isPresent() && !vote.get().charset().name().equals("windows-1252")) {
            return new Detection(
                    vote.get().charset(),
                    bom,
                    0.95 * vote.get().share(),
                    "juniversalchardet says " + vote.get().said());
        }
        // A short Chinese text has too little for the detector's statistics, which then prefer windows-1252.
        if (HanziShare.of(samples) > 0.9) {
            return new Detection(Charset.forName("GB18030"), bom, 0.5, "the bytes look like pairs of GB 2312");
        }
        return vote.map(v -> new Detection(v.charset(), bom, 0.7 * v.share(), "juniversalchardet says " + v.said()))
                .orElseGet(() -> new Detection(
                        Charset.forName("windows-1252"), bom, 0.2, "nothing fits, so the commonest in the West"));
    }

    /** Samples are asked one by one: a damaged byte spoils one vote only. */
    private static Optional<Vote> vote(List<Sample> samples) {
        Map<String, Integer> votes = new HashMap<>();
        int voters = 0;
        for (Sample sample : samples) {
            byte[] bytes = sample.cleaned();
            if (Sample.highBytes(bytes) == 0) {
                continue;
            }
            voters++;
            UniversalDetector detector = new UniversalDetector();
            detector.handleData(bytes, 0, bytes.length);
            detector.dataEnd();
            String said = detector.getDetectedCharset();
            if (said != null && charset(said).isPresent()) {
                votes.merge(said, 1, Integer::sum);
            }
        }
        // Ties go to the name that sorts first, so that the answer does not depend on a hash order.
        Optional<Map.Entry<String, Integer>> best = votes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()));
        double all = voters;
        return best.map(b -> new Vote(charset(b.getKey()).orElseThrow(), b.getKey(), b.getValue() / all));
    }

    private static Optional<Charset> charset(String said) {
        String name = SUPERSETS.getOrDefault(said.toUpperCase(Locale.ROOT), said);
        boolean stateful = name.startsWith("ISO-2022") || name.startsWith("HZ");
        // A page of a stateful charset cannot be read without all that comes before it.
        return !stateful && Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
    }
}
