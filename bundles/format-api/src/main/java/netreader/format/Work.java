package netreader.format;

/** Tells long work whether anyone still waits for it. Asked often; throws nothing, costs nothing; any thread. */
@FunctionalInterface
public interface Work {
    /** Work that is never cancelled. */
    Work UNCANCELLED = () -> false;

    boolean cancelled();

    /** Throws CANCELLED when nobody waits any more. */
    default void check() throws FormatException {
        if (cancelled()) {
            throw new FormatException(FormatException.Reason.CANCELLED, "The work was cancelled");
        }
    }
}
