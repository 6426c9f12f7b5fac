package netreader.launcher;

/** Something keeps NetReader from starting or going on. The message is a sentence for a person. */
final class LaunchException extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    LaunchException(String code, String message) {
        this(code, message, null);
    }

    LaunchException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** What {@code --json} calls it. */
    String code() {
        return code;
    }
}
