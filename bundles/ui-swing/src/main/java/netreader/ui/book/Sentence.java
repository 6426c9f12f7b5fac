package netreader.ui.book;

/** Sentences in labels, which break lines only in HTML. */
final class Sentence {
    private Sentence() {}

    static String of(String text) {
        return "<html>" + escape(text) + "</html>";
    }

    /** In the middle, and no wider than so many pixels. */
    static String wrapped(String text, int width) {
        return "<html><div style=\"text-align: center; width: " + width + "px\">" + escape(text) + "</div></html>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
