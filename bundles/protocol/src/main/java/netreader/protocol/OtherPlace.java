package netreader.protocol;

import java.util.Objects;

/**
 * Where a reader has left a book on another device than the one that asks.
 *
 * @param device what people call that computer; empty if it was not told
 * @param fraction how far through the book, 0.0 to 1.0
 * @param time when the page was turned, by that device's clock, in milliseconds since 1970; 0 if that is not known
 * @param sequence the server's number of the update: of two the later one has the greater
 * @param later whether the server heard it after the last place of the device that asks, or has none of that
 */
public record OtherPlace(String device, long anchor, double fraction, long time, long sequence, boolean later) {
    public OtherPlace {
        Objects.requireNonNull(device);
    }
}
