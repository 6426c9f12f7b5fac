package netreader.format.epub.publication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/**
 * A reference to a place in the book.
 *
 * @param path of the file in the archive, without dots and escapes
 * @param fragment the id behind the {@code #}; empty text if there is none
 */
public record Href(String path, String fragment) {
    /**
     * What a reference means where it stands; empty if it leads out of the book.
     *
     * @param base path of the file in which the reference stands
     */
    public static Optional<Href> resolve(String base, String reference) {
        String text = reference.strip();
        if (isAbsolute(text)) {
            return Optional.empty();
        }
        int hash = text.indexOf('#');
        String fragment = hash < 0 ? "" : decoded(text.substring(hash + 1));
        String path = hash < 0 ? text : text.substring(0, hash);
        int query = path.indexOf('?');
        path = decoded(query < 0 ? path : path.substring(0, query));
        if (path.isEmpty()) {
            return Optional.of(new Href(base, fragment));
        }
        String from = path.startsWith("/") ? "" : base.substring(0, base.lastIndexOf('/') + 1);
        return Optional.of(new Href(normalized(from + path), fragment));
    }

    /** Whether the reference begins with a scheme, such as {@code https:}. */
    static boolean isAbsolute(String reference) {
        int colon = reference.indexOf(':');
        return reference.startsWith("//")
                || (colon > 1
                        && reference
                                .substring(0, colon)
                                .toLowerCase(Locale.ROOT)
                                .matches("[a-z][a-z0-9+.-]*"));
    }

    /** Dots that lead out of the archive lead to its top. */
    private static String normalized(String path) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/", -1)) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    /** Percent signs that are no escapes stay. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            int value = text.charAt(i) == '%' && i + 2 < text.length() ? hex(text, i + 1) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 3;
            } else {
                int end = text.offsetByCodePoints(i, 1);
                bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
