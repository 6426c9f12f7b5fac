package netreader.it;

import java.util.List;

/**
 * What one connection sends, and what must come back.
 *
 * @param seed makes the same case again
 * @param parts what is sent; each part is one write
 * @param lockStep whether each part waits for the answer to the one before it: a classic client's way
 * @param expected in order; empty if anything may come that is well formed
 */
record FuzzCase(
        long seed, Dialect dialect, List<byte[]> parts, boolean lockStep, List<Expected> expected, Ending ending) {
    enum Dialect {
        FRAMED,
        CLASSIC,
        /** The first byte chooses no dialect. */
        NONE
    }

    /** How the client behaves when it has said what it wants to say. */
    enum Ending {
        /** Ends its words and reads to the end: everything that comes is checked. */
        READ_ALL,
        /** Reads the replies it waits for and closes. */
        CLOSE_AFTER_REPLIES,
        CLOSE_AT_ONCE,
        RESET_AT_ONCE,
        /** Stays for a while, and takes nothing. */
        NEVER_READ,
        /** Takes a byte now and then, and resets. */
        READ_SOME_BYTES
    }

    sealed interface Expected {
        /** A reply with this id, a failure or not. */
        record Reply(long id) implements Expected {}

        /** One failure with id 0, and the end. */
        record Fatal() implements Expected {}

        /** Whatever is well formed, from here on. */
        record Anything() implements Expected {}
    }
}
