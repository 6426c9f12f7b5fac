package netreader.format.txt;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import netreader.format.BookMetadata.Detail;

/**
 * What a file is encoded in, and why we think so.
 *
 * @param bomLength bytes of the byte order mark, 0 without one
 * @param confidence 0 to 1
 * @param reason a sentence for people
 */
record Detection(Charset charset, int bomLength, double confidence, String reason) {
    /** How its characters are told apart; whoever makes a detection knows that they can be. */
    Encoding encoding() {
        return Encoding.of(charset).orElseThrow();
    }

    List<Detail> details() {
        return List.of(
                new Detail("Encoding", charset.name()),
                new Detail("Confidence", String.format(Locale.ROOT, "%.2f", confidence)),
                new Detail("Reason", reason));
    }
}
