package netreader.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import netreader.format.BookMetadata.Detail;
import netreader.format.Delivery;

/**
 * A book of the library.
 *
 * @param id stays with the place in the library
 * @param name path in the library, with {@code /} between folders
 * @param size of the file in bytes
 * @param version of the file: made from its size and time at once, before its contents are known
 * @param sha256 of the contents, in hexadecimal; empty while unknown
 * @param md5 for the classic dialect; empty while unknown
 * @param pages 0 while unknown
 * @param details facts from the book, opaque
 * @param settings for the book's format, opaque
 * @param reason why it is quarantined
 * @param added when it was first found, in milliseconds since 1970
 */
public record CatalogueBook(
        long id,
        String name,
        long size,
        String version,
        Optional<String> sha256,
        Optional<String> md5,
        String format,
        Delivery delivery,
        String title,
        List<String> authors,
        Optional<String> language,
        int pages,
        boolean hasCover,
        List<Detail> details,
        Map<String, String> settings,
        Status status,
        Optional<String> reason,
        long added) {
    /** How far the server has come with the book. */
    public enum Status {
        PENDING,
        READY,
        QUARANTINED
    }

    public CatalogueBook {
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(md5);
        Objects.requireNonNull(format);
        Objects.requireNonNull(delivery);
        Objects.requireNonNull(title);
        Objects.requireNonNull(language);
        Objects.requireNonNull(status);
        Objects.requireNonNull(reason);
        authors = List.copyOf(authors);
        details = List.copyOf(details);
        settings = Map.copyOf(settings);
    }
}
