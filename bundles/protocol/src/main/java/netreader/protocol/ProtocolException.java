package netreader.protocol;

import java.io.IOException;
import java.util.Objects;

/** The peer sent something that the protocol does not allow. The message is a sentence. */
public final class ProtocolException extends IOException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    public ProtocolException(ErrorCode code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code);
    }

    public ErrorCode code() {
        return code;
    }
}
