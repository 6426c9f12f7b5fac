package netreader.format.txt.detection;

import java.nio.charset.Charset;
import java.util.Optional;
import netreader.format.txt.file.Charsets;
import org.mozilla.universalchardet.UniversalDetector;

/** What juniversalchardet says. */
final class ChardetVote {
    private ChardetVote() {}

    /** Nothing if it does not know, or says windows-1252, which it does when it does not know. */
    static Optional<Charset> of(Evidence evidence) {
        UniversalDetector detector = new UniversalDetector();
        for (byte[] part : evidence.parts()) {
            if (!detector.isDone()) {
                detector.handleData(part, 0, part.length);
            }
        }
        detector.dataEnd();
        String said = detector.getDetectedCharset();
        if (said == null || !Charset.isSupported(said)) {
            return Optional.empty();
        }
        Charset charset = Charsets.superset(Charset.forName(said));
        return charset.name().equals("windows-1252") ? Optional.empty() : Optional.of(charset);
    }
}
