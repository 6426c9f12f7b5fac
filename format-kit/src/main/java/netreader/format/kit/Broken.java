package netreader.format.kit;

/** A promise was broken; the message is a sentence that says what happened instead. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String message) {
        super(message);
    }

    Broken(String message, Throwable cause) {
        super(message, cause);
    }

    /** Does nothing if what was promised holds. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation's library would be one more for authors to have
    static void unless(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new Broken(message.formatted(values));
        }
    }
}
