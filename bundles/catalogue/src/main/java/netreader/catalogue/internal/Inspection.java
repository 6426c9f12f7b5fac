package netreader.catalogue.internal;

import java.util.List;
import java.util.Optional;
import netreader.catalogue.Cover;
import netreader.format.BookMetadata.Detail;

/**
 * What was read from a book's file.
 *
 * @param reason why the book cannot be read; empty if it can
 */
record Inspection(
        String title,
        List<String> authors,
        Optional<String> language,
        int pages,
        List<Detail> details,
        Optional<Cover> cover,
        Optional<String> reason) {}
