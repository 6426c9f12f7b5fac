package netreader.catalogue.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.catalogue.Cover;
import netreader.format.BookMetadata;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.Work;
import netreader.format.registry.FileSource;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.OpenBook;

/** Inspects books in this process. */
final class InProcessInspector implements Inspector {
    private final FormatRegistry formats;
    private final Path formatCache;

    InProcessInspector(FormatRegistry formats, Path formatCache) {
        this.formats = formats;
        this.formatCache = formatCache;
    }

    @Override
    public Inspection inspect(String name, String format, Path file, Map<String, String> settings)
            throws IOException, FormatUnavailableException {
        FileNameTitle fallback = FileNameTitle.of(name);
        OpenOptions options = new OpenOptions(Optional.empty(), OpenOptions.DEFAULT_PAGE_BYTES, settings, formatCache);
        Optional<Cover> coverBeside = CoverPicture.beside(file);
        try (FileSource source = FileSource.open(file);
                OpenBook book = formats.open(format, source, options)) {
            BookMetadata metadata = book.read(open -> open.metadata());
            int pages = book.read(open -> open.pageCount());
            boolean named = metadata.title().isPresent();
            return new Inspection(
                    metadata.title().orElse(fallback.title()),
                    named || !metadata.authors().isEmpty() ? metadata.authors() : fallback.authors(),
                    metadata.language(),
                    pages,
                    metadata.details(),
                    coverBeside.isPresent() ? coverBeside : coverOf(book),
                    Optional.empty());
        } catch (FormatException e) {
            return failed(fallback, coverBeside, e);
        }
    }

    private static Optional<Cover> coverOf(OpenBook book) throws FormatUnavailableException, IOException {
        try {
            return CoverPicture.of(book.read(open -> open.cover(CoverPicture.MAX_PIXELS, Work.UNCANCELLED)));
        } catch (FormatException | RuntimeException | OutOfMemoryError e) { // the picture may be of any kind
            return Optional.empty(); // a book whose first page cannot be painted may still be read
        }
    }

    private static Inspection failed(FileNameTitle fallback, Optional<Cover> cover, FormatException e)
            throws IOException {
        return switch (e.reason()) {
            case DAMAGED, UNSUPPORTED ->
                new Inspection(
                        fallback.title(),
                        fallback.authors(),
                        Optional.empty(),
                        0,
                        List.of(),
                        cover,
                        Optional.of(e.getMessage()));
            // The reader will be asked for the password; the server does without.
            case PASSWORD_REQUIRED, PASSWORD_WRONG, TOO_COSTLY, CANCELLED ->
                new Inspection(
                        fallback.title(), fallback.authors(), Optional.empty(), 0, List.of(), cover, Optional.empty());
            case IO -> throw new IOException(e.getMessage(), e);
        };
    }
}
