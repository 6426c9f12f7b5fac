package netreader.format.epub.layout;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Files that stand within a reference to them (RFC 2397). */
public final class DataUri {
    private static final String SCHEME = "data:";

    private DataUri() {}

    public static boolean is(String reference) {
        return reference.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    static boolean isDrawing(String reference) {
        return is(reference)
                && reference.substring(SCHEME.length()).toLowerCase(Locale.ROOT).startsWith("image/svg");
    }

    /** What stands in it; empty if it is broken. */
    public static Optional<byte[]> bytes(String uri) {
        int comma = uri.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        String data = uri.substring(comma + 1);
        try {
            return Optional.of(
                    uri.substring(0, comma).toLowerCase(Locale.ROOT).contains(";base64")
                            ? Base64.getMimeDecoder()
                                    .decode(data.replace("%2B", "+").replace("%3D", "="))
                            : URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8)
                                    .getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
