package netreader.protocol;

import java.util.Optional;

/** Why a request failed. docs/error-codes.md says what each means; a retired code is never used again. */
public enum ErrorCode {
    BAD_FRAME,
    TOO_LARGE,
    TIMEOUT,
    BAD_REQUEST,
    UNKNOWN_OP,
    HELLO_REQUIRED,
    UNSUPPORTED_PROTOCOL,
    NOT_FOUND,
    OUT_OF_RANGE,
    CHANGED,
    BAD_SETTING,
    PENDING,
    QUARANTINED,
    FORMAT_UNAVAILABLE,
    TOO_MANY_OPEN,
    BUSY,
    STOPPING,
    INTERNAL,
    PASSWORD_REQUIRED,
    PASSWORD_WRONG,
    DAMAGED,
    UNSUPPORTED,
    TOO_COSTLY,
    IO,
    CANCELLED;

    /** Empty for a code that this version does not know: that is a protocol error, never "no error". */
    public static Optional<ErrorCode> of(String name) {
        for (ErrorCode code : values()) {
            if (code.name().equals(name)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
