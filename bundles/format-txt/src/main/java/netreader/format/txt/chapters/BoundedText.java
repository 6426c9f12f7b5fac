package netreader.format.txt.chapters;

/** A text for matching that ends expressions whose time grows without bounds. One thread. */
final class BoundedText implements CharSequence {
    /** The rules that come with the bundle need some hundred for a line. */
    private static final int MOST_READS = 20_000;

    /** More characters were read than any sensible expression needs. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("The expression takes too long", null, false, false);
        }
    }

    private final String text;
    private int reads;

    BoundedText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++reads > MOST_READS) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
