package netreader.format.txt.file;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netreader.format.BookMetadata.Detail;

/**
 * What a file is encoded in, and why we think so.
 *
 * @param bomLength bytes of the byte order mark, 0 without one
 * @param confidence 0 to 1
 * @param reason a sentence for people
 * @param undecodable places that could not be decoded, of what was looked at
 * @param looked bytes that were looked at for such places
 */
public record Detection(
        Charset charset, int bomLength, double confidence, String reason, long undecodable, long looked) {
    /** A file that nobody has searched for undecodable places. */
    public Detection(Charset charset, int bomLength, double confidence, String reason) {
        this(charset, bomLength, confidence, reason, 0, 0);
    }

    /** How its characters are told apart; whoever makes a detection knows that they can be. */
    public Encoding encoding() {
        return Encoding.of(charset).orElseThrow();
    }

    public List<Detail> details() {
        List<Detail> details = new ArrayList<>();
        details.add(new Detail("Encoding", charset.name()));
        details.add(new Detail("Confidence", String.format(Locale.ROOT, "%.2f", confidence)));
        details.add(new Detail("Reason", reason));
        if (undecodable > 0) {
            details.add(new Detail(
                    "Undecodable",
                    String.format(
                            Locale.ROOT,
                            undecodable == 1 ? "%,d place in %,d bytes looked at" : "%,d places in %,d bytes looked at",
                            undecodable,
                            looked)));
        }
        return details;
    }
}
