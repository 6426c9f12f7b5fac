package netreader.format;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of book. Registered as an OSGi service with the properties named by the constants here; the same service
 * is used by servers (metadata, cover, text pages) and by readers (painted pages). Any thread.
 */
@ConsumerType
public interface BookFormat {
    /** Service property: short name of the format, such as {@code TXT}. */
    String NAME = "netreader.format.name";

    /** Service property: file name extensions without a dot, in lower case; a string or an array of strings. */
    String EXTENSIONS = "netreader.format.extensions";

    /** Service property: media type, such as {@code text/plain}. */
    String MEDIA_TYPE = "netreader.format.mediaType";

    /** Service property: {@code file} or {@code pages}; see {@link Delivery}. */
    String DELIVERY = "netreader.format.delivery";

    /** What may be chosen for a book of this format. */
    default List<Setting> settings() {
        return List.of();
    }

    /**
     * Opens a book; cheap for any size. The source stays readable until the book is closed. A format that has to go through the
     * whole book looks whether its thread was interrupted, or reads now and then: so an opening is given up.
     *
     * @throws FormatException PASSWORD_REQUIRED or PASSWORD_WRONG for an encrypted book; DAMAGED or UNSUPPORTED if it
     *     can never be read; IO if the source failed; CANCELLED if the thread was interrupted
     */
    Book open(BookSource source, OpenOptions options) throws FormatException;
}
