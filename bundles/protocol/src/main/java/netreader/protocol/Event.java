package netreader.protocol;

/** What a server says without being asked. The event's name on the wire is the record's with a small first letter. */
public sealed interface Event {
    /** The shelf has reached a new revision. */
    record Shelf(long revision) implements Event {}
}
