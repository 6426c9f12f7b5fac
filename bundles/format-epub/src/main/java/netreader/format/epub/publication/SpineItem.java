package netreader.format.epub.publication;

/**
 * A file that is read, in the order of the spine.
 *
 * @param fixed whether it is one page of its own size
 */
public record SpineItem(ManifestItem item, boolean fixed) {}
