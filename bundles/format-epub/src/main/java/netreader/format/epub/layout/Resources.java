package netreader.format.epub.layout;

import java.awt.image.BufferedImage;
import java.util.Optional;
import netreader.format.archive.Pictures;

/**
 * The files that a chapter may use, by their paths, or by data URIs that hold them. What is missing or broken is not there: a
 * page is shown without it.
 */
public interface Resources {
    /** The file that a reference means; empty if it leads out of the book. */
    Optional<String> resolve(String base, String reference);

    /** A text file, such as a style sheet. */
    Optional<String> text(String path);

    /** A file, such as a font. */
    Optional<byte[]> bytes(String path);

    /** The size of a picture. */
    Optional<Pictures.Pixels> pictureSize(String path);

    /** A picture, with not many more pixels than are wanted. */
    Optional<BufferedImage> picture(String path, int width, int height);
}
