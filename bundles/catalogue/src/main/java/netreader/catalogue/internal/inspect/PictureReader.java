package netreader.catalogue.internal.inspect;

import java.io.IOException;
import java.nio.file.Path;
import netreader.catalogue.internal.store.CoverSizes;

/** Makes a cover of the file of a picture. */
public interface PictureReader {
    /** @throws IOException if it is no picture that can be a cover */
    CoverSizes read(Path picture) throws IOException;
}
