package netreader.shell;

import java.util.Objects;

/** A command could not be carried out. The message is a sentence for a person, without a full stop. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /** @param code as in docs/error-codes.md, which {@code --json} shows */
    public CommandException(String code, String message) {
        this(code, message, null);
    }

    public CommandException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code);
    }

    public String code() {
        return code;
    }
}
