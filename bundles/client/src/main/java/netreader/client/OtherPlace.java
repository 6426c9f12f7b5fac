package netreader.client;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the same reader has left a book on another device.
 *
 * @param device what people call that computer; empty if it is not known
 * @param when the page was turned, by that device's clock, which may be wrong; empty if it is not known
 */
public record OtherPlace(String device, Place place, Optional<Instant> when) {
    public OtherPlace {
        Objects.requireNonNull(device);
        Objects.requireNonNull(place);
        Objects.requireNonNull(when);
    }
}
