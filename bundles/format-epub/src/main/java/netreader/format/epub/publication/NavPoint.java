package netreader.format.epub.publication;

import java.util.Optional;

/**
 * An entry of the table of contents.
 *
 * @param level 0 for the outermost entries
 * @param target empty for a heading that leads nowhere
 */
public record NavPoint(String title, int level, Optional<Href> target) {}
