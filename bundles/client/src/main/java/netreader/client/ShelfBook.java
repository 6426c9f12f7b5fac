package netreader.client;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import netreader.format.Delivery;

/**
 * A book on the server's shelf.
 *
 * @param id the server's number for it; negative for a file of this computer, see {@link #local}
 * @param name file name, with folders if it lies in some, separated by {@code /}
 * @param title from the book itself, else from its file name; never empty
 * @param format such as {@code PDF}
 * @param bytes size of the file
 * @param version changes whenever the file changes
 * @param pages 0 while unknown
 * @param sha256 in lower case hexadecimal digits; empty while unknown
 * @param reason why the book is quarantined; empty otherwise
 * @param cover another one for each picture that the server has had for it; empty if it has none
 * @param added when the server first found it; {@link Instant#EPOCH} if that is not known
 * @param gone whether it is on the server no longer, and is read from the copy on this computer
 */
public record ShelfBook(
        long id,
        String name,
        String title,
        List<String> authors,
        String format,
        Delivery delivery,
        long bytes,
        String version,
        int pages,
        Optional<String> sha256,
        Status status,
        Optional<String> reason,
        Optional<String> cover,
        Instant added,
        boolean gone) {
    /** What the server knows of the book. */
    public enum Status {
        /** Just found; its details follow. */
        PENDING,
        READY,
        /** Cannot be read; see {@link ShelfBook#reason()}. */
        QUARANTINED
    }

    public ShelfBook {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(format);
        Objects.requireNonNull(delivery);
        Objects.requireNonNull(version);
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(status);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(cover);
        Objects.requireNonNull(added);
        authors = List.copyOf(authors);
    }

    /** Whether it is a file on this computer that was opened without a server: its name is the path then. */
    public boolean local() {
        return id < 0;
    }

    /** The same book, of which only the copy on this computer is left. */
    public ShelfBook asGone() {
        return new ShelfBook(
                id, name, title, authors, format, delivery, bytes, version, pages, sha256, status, reason, cover, added,
                true);
    }

    /** The same book with an equal list of authors, which it may share with others. */
    public ShelfBook withAuthors(List<String> same) {
        return new ShelfBook(
                id, name, title, same, format, delivery, bytes, version, pages, sha256, status, reason, cover, added,
                gone);
    }
}
