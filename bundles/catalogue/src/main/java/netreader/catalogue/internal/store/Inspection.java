package netreader.catalogue.internal.store;

import java.util.List;
import java.util.Optional;
import netreader.format.BookMetadata.Detail;

/**
 * What was read from a book's file.
 *
 * @param reason why the book cannot be read; empty if it can
 */
public record Inspection(
        String title,
        List<String> authors,
        Optional<String> language,
        int pages,
        List<Detail> details,
        Optional<CoverSizes> cover,
        Optional<String> reason) {
    /** Of a book that cannot be read. */
    public static Inspection failed(FileNameTitle title, String reason) {
        return unknown(title, Optional.of(reason));
    }

    /** Of a book of which only its name is known. */
    public static Inspection unknown(FileNameTitle title, Optional<String> reason) {
        return new Inspection(title.title(), title.authors(), Optional.empty(), 0, List.of(), Optional.empty(), reason);
    }

    public Inspection withCover(Optional<CoverSizes> newCover) {
        return new Inspection(title, authors, language, pages, details, newCover, reason);
    }
}
