package netreader.catalogue;

import java.util.Objects;

/**
 * Where somebody has left a book on one device.
 *
 * @param time when the page was turned, by the device's clock, in milliseconds since 1970: for people to read, and never
 *     compared
 * @param count the device's own number of the update; 0 or more
 * @param sequence the server's number of the update: what it was told later has a greater one
 */
public record Position(Reader reader, Place place, long time, long count, long sequence) {
    public Position {
        Objects.requireNonNull(reader);
        Objects.requireNonNull(place);
    }
}
