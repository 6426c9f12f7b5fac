package netreader.client;

/** Told how a transfer goes, some times a second, on the thread that transfers. */
@FunctionalInterface
public interface Progress {
    Progress IGNORED = (received, total) -> {};

    /**
     * @param received bytes that are here
     * @param total bytes in all
     */
    void transferred(long received, long total);
}
