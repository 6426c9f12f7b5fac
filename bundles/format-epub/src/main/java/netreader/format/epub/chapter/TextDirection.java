package netreader.format.epub.chapter;

/** Which way a text runs by its first letter that says so. */
public final class TextDirection {
    private TextDirection() {}

    /** {@code rtl} or {@code ltr}. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            switch (Character.getDirectionality(text.codePointAt(i))) {
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return "rtl";
                }
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return "ltr";
                }
                default -> {}
            }
        }
        return "ltr";
    }
}
