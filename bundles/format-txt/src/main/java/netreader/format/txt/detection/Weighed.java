package netreader.format.txt.detection;

import java.nio.charset.Charset;

/**
 * A charset as a reading of the evidence.
 *
 * @param cost negative logarithm of the probability of the bytes, in {@link LanguageModels#NAT}ths of a nat
 * @param language the language that fits best, as the models name it
 */
record Weighed(Charset charset, long cost, String language) {
    Weighed cheaperBy(long bonus) {
        return new Weighed(charset, cost - bonus, language);
    }
}
