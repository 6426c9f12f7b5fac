package netreader.format.epub.publication;

/**
 * A file that the package document names.
 *
 * @param path in the archive
 * @param mediaType in lower case, without parameters
 * @param properties words such as {@code nav} or {@code cover-image}
 * @param fallback the id of what may be shown instead; empty text if there is nothing
 */
public record ManifestItem(String id, String path, String mediaType, String properties, String fallback) {
    boolean has(String property) {
        return Tags.hasWord(properties, property);
    }

    /** Whether it is markup that can be laid out. */
    boolean isChapter() {
        return switch (mediaType) {
            case "application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/x-dtbook+xml", "text/xml" ->
                true;
            default -> isSvg();
        };
    }

    public boolean isSvg() {
        return mediaType.equals("image/svg+xml");
    }

    public boolean isPicture() {
        return mediaType.startsWith("image/") && !isSvg();
    }
}
