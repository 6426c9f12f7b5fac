package netreader.catalogue;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A device tells where its reader is in a book.
 *
 * @param count the device's own number of the update, which grows from one of the book's updates to the next; empty for
 *     devices that do not number them
 * @param time as for {@link Position#time}; empty for the time at which the server hears of it
 */
public record PlaceUpdate(Place place, OptionalLong count, OptionalLong time) {
    public PlaceUpdate {
        Objects.requireNonNull(place);
        Objects.requireNonNull(count);
        Objects.requireNonNull(time);
    }

    /** Of a device that does not number its updates. */
    public static PlaceUpdate unnumbered(Place place) {
        return new PlaceUpdate(place, OptionalLong.empty(), OptionalLong.empty());
    }
}
