package netreader.format.epub.publication;

import java.util.Optional;

/**
 * An entry of the table of contents.
 *
 * @param level 0 for the outermost entries
 * @param target empty if it leads nowhere in this book
 */
public record NavPoint(String title, int level, Optional<Href> target) {}
