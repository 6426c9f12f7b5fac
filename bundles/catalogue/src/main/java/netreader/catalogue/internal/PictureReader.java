package netreader.catalogue.internal;

import java.io.IOException;
import java.nio.file.Path;

/** Makes a cover of the file of a picture. */
interface PictureReader {
    /** @throws IOException if it is no picture that can be a cover */
    CoverSizes read(Path picture) throws IOException;
}
