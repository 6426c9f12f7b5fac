package netreader.client;

/** Told of changes on a thread of the client's; must return quickly. */
public interface ClientListener {
    /** {@link Client#shelf()} has changed. */
    default void shelfChanged() {}

    default void connectivityChanged(Connectivity connectivity) {}
}
