package netreader.ui.book;

import java.util.Set;
import netreader.client.ClientException;

/** Which failures pass by themselves, so that a tab tries again without being asked. */
final class Passing {
    private static final Set<String> WITH_THE_CONNECTION =
            Set.of(ClientException.UNREACHABLE, ClientException.CONNECTION_LOST, "TIMEOUT", "BUSY", "STOPPING");
    private static final Set<String> WITH_TIME =
            Set.of(ClientException.FORMAT_UNAVAILABLE, "PENDING", "BUSY", "TOO_MANY_OPEN");

    private static final Set<String> WITH_ANOTHER_FILE = Set.of("NOT_FOUND", "CHANGED", "QUARANTINED");

    private Passing() {}

    /** It may be over when the server has another file for the book. */
    static boolean withAnotherFile(ClientException failure) {
        return WITH_ANOTHER_FILE.contains(failure.code());
    }

    /** It may be over as soon as the server can be reached. */
    static boolean withTheConnection(ClientException failure) {
        return WITH_THE_CONNECTION.contains(failure.code());
    }

    /** It may be over at any moment, and nobody will say so. */
    static boolean withTime(ClientException failure) {
        return WITH_TIME.contains(failure.code());
    }
}
