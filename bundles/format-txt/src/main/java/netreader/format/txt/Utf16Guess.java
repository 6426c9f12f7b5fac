package netreader.format.txt;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Recognises UTF-16 without a byte order mark by what its units would be. */
final class Utf16Guess {
    private static final double ENOUGH = 0.97;

    private Utf16Guess() {}

    static Optional<Detection> of(List<Sample> samples) {
        double little = share(samples, 0);
        double big = share(samples, 1);
        if (Math.max(little, big) < ENOUGH || little == big) {
            return Optional.empty();
        }
        Charset charset = little > big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return Optional.of(new Detection(charset, 0, 0.9, "the bytes pair up to common characters of UTF-16"));
    }

    /**
     * The share of units that are common characters, if the text has the NUL bytes that line ends and spaces bring in
     * UTF-16 and that no other charset has; else 0.
     *
     * @param high the place of the high byte's successor: 0 for little endian (low byte first), 1 for big endian
     */
    private static double share(List<Sample> samples, int high) {
        long units = 0;
        long common = 0;
        long spaces = 0;
        for (Sample sample : samples) {
            byte[] bytes = sample.bytes();
            for (int i = 0; i + 1 < bytes.length; i += 2) {
                int first = bytes[i] & 0xFF;
                int second = bytes[i + 1] & 0xFF;
                int unit = high == 0 ? (second << 8) | first : (first << 8) | second;
                units++;
                spaces += unit == ' ' || unit == '\n' || unit == '\r' ? 1 : 0;
                common += isCommon(unit) ? 1 : 0;
            }
        }
        return spaces == 0 ? 0 : (double) common / units;
    }

    private static boolean isCommon(int unit) {
        return (unit >= 0x20 && unit < 0x600)
                || unit == '\n'
                || unit == '\r'
                || unit == '\t'
                || (unit >= 0x2010 && unit < 0x2070)
                || (unit >= 0x3000 && unit < 0x3100)
                || (unit >= 0x4E00 && unit < 0x9FA6)
                || (unit >= 0xAC00 && unit < 0xD7A4)
                || (unit >= 0xFF00 && unit < 0xFFF0);
    }
}
