package netreader.catalogue.internal.store;

/** The names of books, which are paths in the library with {@code /} between folders; the library itself is "". */
public final class BookNames {
    private BookNames() {}

    public static String child(String folder, String file) {
        return folder.isEmpty() ? file : folder + "/" + file;
    }

    /** The folder that holds a book or a folder. */
    public static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    /** The name in its folder. */
    public static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The name in its folder without its extension. */
    public static String stem(String name) {
        String file = last(name);
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    /** What the names of all that is in a folder begin with. */
    public static String prefix(String folder) {
        return folder.isEmpty() ? "" : folder + "/";
    }

    /** How many characters two names have in common at their ends: more, the less was moved. */
    public static int commonEnd(String one, String other) {
        int length = 0;
        int shorter = Math.min(one.length(), other.length());
        while (length < shorter && one.charAt(one.length() - 1 - length) == other.charAt(other.length() - 1 - length)) {
            length++;
        }
        return length;
    }

    /**
     * A name for a row that has gone and whose name another row has taken. No path in a library has two slashes in
     * succession.
     */
    public static String ofGone(String name, long id) {
        return ofFile(name) + "//" + id;
    }

    /** The name that the file had. */
    public static String ofFile(String name) {
        int mark = name.indexOf("//");
        return mark < 0 ? name : name.substring(0, mark);
    }

    /** On one line, without characters that would do something to a terminal or a log: those are written as in Java. */
    public static String shown(String name) {
        if (name.codePoints().noneMatch(BookNames::isControl)) {
            return name;
        }
        StringBuilder shown = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (isControl(c)) {
                shown.append(c == '\n' ? "\\n" : c == '\t' ? "\\t" : String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** Also what turns the direction of a line, or begins another one. */
    private static boolean isControl(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x2028
                || c == 0x2029;
    }
}
