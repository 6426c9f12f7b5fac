package netreader.format.txt.detection;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells a short text in UTF-8 from one in another charset that happens to be well-formed, as some words in GBK are. */
final class Utf8Plausibility {
    /** So many sequences are never well-formed by chance. */
    private static final int FEW = 12;

    private static final int UNKNOWN = 13 * LanguageModels.NAT;

    private Utf8Plausibility() {}

    /** Whether a well-formed text consists of letters that no language uses. */
    static boolean isChance(List<Sample> samples, Utf8Check check) {
        if (check.sequences() > FEW) {
            return false;
        }
        long strange = 0;
        for (Sample sample : samples) {
            String text = new String(sample.bytes(), StandardCharsets.UTF_8);
            // Three bytes do not come together by chance.
            if (text.chars().anyMatch(c -> c >= 0x800)) {
                return false;
            }
            strange +=
                    text.chars().filter(c -> c >= 0x80 && isStrange((char) c)).count();
        }
        return strange * 2 > check.sequences();
    }

    private static boolean isStrange(char c) {
        LanguageModels models = LanguageModels.get();
        return models.symbolCost(c) == 0 && models.foreignCost(Character.toLowerCase(c)) >= UNKNOWN;
    }
}
