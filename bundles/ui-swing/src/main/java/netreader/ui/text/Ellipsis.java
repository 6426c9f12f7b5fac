package netreader.ui.text;

/** Shortens what people have named. Any thread. */
public final class Ellipsis {
    private Ellipsis() {}

    /**
     * @param most characters of the result, at least 1; a pair of surrogates is one
     * @return the name, or its beginning with an ellipsis behind it
     */
    public static String at(int most, String name) {
        return name.codePointCount(0, name.length()) <= most
                ? name
                : name.substring(0, name.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
