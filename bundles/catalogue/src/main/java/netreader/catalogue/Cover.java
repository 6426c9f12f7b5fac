package netreader.catalogue;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * A picture.
 *
 * @param mediaType {@code image/jpeg} or {@code image/png}
 * @param image the bytes of its file
 */
public record Cover(String mediaType, ByteBuffer image) {
    public Cover {
        Objects.requireNonNull(mediaType);
        image = image.asReadOnlyBuffer();
    }

    @Override
    public ByteBuffer image() {
        return image.duplicate();
    }
}
