package netreader.format.txt.detection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netreader.format.FormatException;
import netreader.format.txt.file.ByteOrderMark;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.TextFile;

/**
 * Finds a file's charset: a byte order mark, strict UTF-8, UTF-16 and UTF-32 by their units, escape sequences; else all
 * others are weighed against each other. Any thread.
 */
public final class CharsetDetector {
    private final TextFile file;

    public CharsetDetector(TextFile file) {
        this.file = file;
    }

    /** @throws FormatException UNSUPPORTED if the file is not text, IO if it cannot be read */
    public Detection detect() throws FormatException {
        Optional<ByteOrderMark> mark = ByteOrderMark.of(file);
        int bom = mark.map(ByteOrderMark::length).orElse(0);
        List<Sample> samples = Sample.of(file, bom);
        Detection found = mark.isPresent() && !mark.get().isUtf8()
                ? new Detection(
                        mark.get().charset(),
                        bom,
                        1,
                        "begins with the byte order mark of "
                                + mark.get().charset().name())
                : withoutMark(bom, samples);
        return UndecodableCount.of(found, samples);
    }

    private static Detection withoutMark(int bom, List<Sample> samples) throws FormatException {
        Utf8Check utf8 = Utf8Check.of(samples);
        boolean ascii = utf8.isAscii();
        // Some editors put the mark of UTF-8 before a text in another charset.
        if (bom > 0 && (ascii || utf8.mostlyValid())) {
            return new Detection(StandardCharsets.UTF_8, bom, 1, "begins with the byte order mark of UTF-8");
        }
        boolean nulls = samples.stream().anyMatch(Sample::hasNul);
        Optional<WideGuess.Guess> wide =
                nulls || !(ascii || utf8.mostlyValid()) ? WideGuess.of(samples) : Optional.empty();
        if (wide.isPresent() && (ascii || wide.get().certain())) {
            return wide(wide.get(), 0.95);
        }
        if (ascii) {
            BinaryCheck.refuse(samples, true);
            return EscapeGuess.of(samples, bom)
                    .orElseGet(() -> new Detection(StandardCharsets.UTF_8, bom, 1, "only ASCII"));
        }
        Optional<Detection> escapes = Sample.isNearlyAscii(samples) ? EscapeGuess.of(samples, bom) : Optional.empty();
        if (escapes.isPresent()) {
            return escapes.get();
        }
        if (utf8.mostlyValid() && !Utf8Plausibility.isChance(samples, utf8)) {
            BinaryCheck.refuse(samples, false);
            return utf8(bom, utf8);
        }
        Weighing weighing = new Weighing(samples);
        if (wide.isPresent() && wide.get().cost() < weighing.costOfAll()) {
            return wide(wide.get(), 0.8);
        }
        BinaryCheck.refuse(samples, false);
        return weighing.costInUtf8() < weighing.best().cost() ? utf8(bom, utf8) : weighing.detection(bom);
    }

    private static Detection wide(WideGuess.Guess guess, double confidence) {
        return new Detection(
                guess.charset(),
                0,
                confidence,
                "the bytes make up common characters of " + guess.charset().name());
    }

    private static Detection utf8(int bom, Utf8Check check) {
        if (!check.valid()) {
            return new Detection(
                    StandardCharsets.UTF_8,
                    bom,
                    0.9,
                    String.format(
                            Locale.ROOT,
                            "UTF-8 with %,d errors in %,d multi-byte sequences",
                            check.errors(),
                            check.sequences()));
        }
        double confidence = 1 - Math.pow(0.5, Math.min(check.sequences(), 10) + 1.0);
        return new Detection(
                StandardCharsets.UTF_8,
                bom,
                confidence,
                String.format(Locale.ROOT, "valid UTF-8, %,d multi-byte sequences", check.sequences()));
    }
}
