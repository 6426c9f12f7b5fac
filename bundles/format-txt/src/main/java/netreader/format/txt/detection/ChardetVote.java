package netreader.format.txt.detection;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/** What juniversalchardet says. */
final class ChardetVote {
    /** What it says, and the superset that files with that label are really written in. */
    private static final Map<String, String> SUPERSETS = Map.ofEntries(
            Map.entry("GB2312", "GB18030"),
            Map.entry("GBK", "GB18030"),
            Map.entry("BIG5", "Big5-HKSCS"),
            Map.entry("SHIFT_JIS", "windows-31j"),
            Map.entry("EUC-KR", "x-windows-949"),
            Map.entry("ISO-8859-1", "windows-1252"),
            Map.entry("TIS620", "x-windows-874"),
            Map.entry("MACCYRILLIC", "x-MacCyrillic"));

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
        if (said == null) {
            return Optional.empty();
        }
        String name = SUPERSETS.getOrDefault(said.toUpperCase(Locale.ROOT), said);
        return Charset.isSupported(name) && !name.equalsIgnoreCase("windows-1252")
                ? Optional.of(Charset.forName(name))
                : Optional.empty();
    }
}
