package netreader.client.internal;

import java.util.Objects;
import netreader.client.Place;

/**
 * Where a book was left, as this device keeps it.
 *
 * @param time when the page was turned, by this device's clock, in milliseconds since 1970
 * @param count this device's number of the update; 0 for a place that another device has told, and nobody has turned a
 *     page from it here
 * @param told whether the server has heard of it
 */
record KeptPlace(Place place, long time, long count, boolean told) {
    KeptPlace {
        Objects.requireNonNull(place);
    }

    KeptPlace toldAs(boolean heard) {
        return new KeptPlace(place, time, count, heard);
    }

    /** The same place as a later update, of which the server is to hear. */
    KeptPlace above(long otherCount) {
        return new KeptPlace(place, time, Math.max(count, otherCount) + 1, false);
    }
}
