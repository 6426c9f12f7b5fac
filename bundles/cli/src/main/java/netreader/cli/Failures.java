package netreader.cli;

/** Codes of failures that are the commands' own; the others are the client's. */
final class Failures {
    static final String NOT_FOUND = "NOT_FOUND";
    static final String AMBIGUOUS = "AMBIGUOUS";
    static final String OUT_OF_RANGE = "OUT_OF_RANGE";
    static final String PENDING = "PENDING";
    static final String UNSUPPORTED = "UNSUPPORTED";
    static final String USAGE = "USAGE";
    static final String INTERNAL = "INTERNAL";

    private Failures() {}
}
