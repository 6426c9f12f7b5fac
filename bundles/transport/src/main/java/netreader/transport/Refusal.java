package netreader.transport;

/** Why a client is not served, or not any longer. */
public enum Refusal {
    /** Too many connections are open. */
    BUSY,
    /** The client was silent for too long, or took too long over a request. */
    TIMEOUT,
    /** The server is stopping. */
    STOPPING
}
