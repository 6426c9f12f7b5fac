package netreader.format.txt.detection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;

/** Tells pictures, archives, programs and noise from texts that merely have some control characters. */
final class BinaryCheck {
    /** What a file begins with, as characters of ISO 8859-1. */
    private record Magic(String bytes, String kind) {}

    private static final List<Magic> MAGICS = List.of(
            new Magic("\u0089PNG\r\n", "a PNG picture"),
            new Magic("\u00FF\u00D8\u00FF", "a JPEG picture"),
            new Magic("GIF8", "a GIF picture"),
            new Magic("PK\u0003\u0004", "a ZIP archive"),
            new Magic("Rar!\u001A\u0007", "a RAR archive"),
            new Magic("7z\u00BC\u00AF'\u001C", "a 7z archive"),
            new Magic("\u001F\u008B\b", "a gzip file"),
            new Magic("%PDF-", "a PDF file"),
            new Magic("\u007FELF", "a program"),
            new Magic("SQLite format 3\0", "a database"),
            new Magic("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "an Office file"));

    /** The share of control characters in a file of a known kind, and in any other file that is no text. */
    private static final double KNOWN = 0.005;

    private static final double UNKNOWN = 0.06;

    /** The same for a file that has nothing but ASCII. */
    private static final double UNKNOWN_ASCII = 0.3;

    private BinaryCheck() {}

    /**
     * Lets texts pass.
     *
     * @param ascii whether the samples have no byte beyond ASCII
     * @throws FormatException UNSUPPORTED if the samples, which are not in UTF-16 or UTF-32, are no text
     */
    static void refuse(List<Sample> samples, boolean ascii) throws FormatException {
        if (samples.isEmpty()) {
            return;
        }
        long bytes = 0;
        long controls = 0;
        for (Sample sample : samples) {
            bytes += sample.bytes().length;
            for (byte each : sample.bytes()) {
                controls += isControl(each) ? 1 : 0;
            }
        }
        double share = (double) controls / bytes;
        String head = new String(samples.get(0).bytes(), StandardCharsets.ISO_8859_1);
        for (Magic magic : MAGICS) {
            if (share > KNOWN && head.startsWith(magic.bytes())) {
                throw new FormatException(Reason.UNSUPPORTED, "The file is " + magic.kind() + " and not text");
            }
        }
        if (share > (ascii ? UNKNOWN_ASCII : UNKNOWN)) {
            throw new FormatException(
                    Reason.UNSUPPORTED,
                    "The file is not text: " + Math.round(100 * share) + " % of its bytes are control characters");
        }
    }

    /** Whether the byte has no place in text; escape and shift change the charset, 0x1A ends old texts. */
    private static boolean isControl(byte value) {
        return value >= 0 && value < ' ' && "\t\n\r\f\b\u000B\u001B\u000E\u000F\u001A".indexOf(value) < 0;
    }
}
