package netreader.catalogue.internal.store;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import netreader.catalogue.Cover;

/**
 * A cover in the sizes in which it is kept.
 *
 * @param small for a shelf, at most {@link #SMALL_PIXELS} on its longer side
 * @param large at most {@link #LARGE_PIXELS}; empty if the small one shows all that there is
 */
public record CoverSizes(Cover small, Optional<Cover> large) {
    public static final int SMALL_PIXELS = 240;
    public static final int LARGE_PIXELS = 480;

    public CoverSizes {
        Objects.requireNonNull(small);
        Objects.requireNonNull(large);
    }

    public static CoverSizes of(ByteBuffer small, Optional<ByteBuffer> large) {
        return new CoverSizes(jpeg(small), large.map(CoverSizes::jpeg));
    }

    /** What is kept is JPEG, whatever it was made of. */
    static Cover jpeg(ByteBuffer image) {
        return new Cover("image/jpeg", image);
    }

    /** The picture in its best size. */
    public Cover best() {
        return large.orElse(small);
    }
}
