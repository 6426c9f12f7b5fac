package netreader.catalogue.internal.inspect;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.CoverSizes;
import netreader.catalogue.internal.store.FileNameTitle;
import netreader.catalogue.internal.store.Inspection;
import netreader.format.BookMetadata;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.Work;
import netreader.format.registry.FileSource;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;
import netreader.format.registry.OpenBook;

/** Inspects books in this process. */
public final class InProcessInspector implements Inspector {
    private static final Logger LOG = System.getLogger(InProcessInspector.class.getName());

    private final FormatRegistry formats;
    private final Path formatCache;
    private final PictureReader pictures;

    /** @param pictures reads those that lie beside books */
    public InProcessInspector(FormatRegistry formats, Path formatCache, PictureReader pictures) {
        this.formats = formats;
        this.formatCache = formatCache;
        this.pictures = pictures;
    }

    @Override
    public Inspection inspect(String name, String format, Path file, Map<String, String> settings)
            throws IOException, FormatUnavailableException {
        AtomicReference<Inspection> facts = new AtomicReference<>();
        Optional<CoverSizes> cover = inspect(name, format, file, settings, facts::set);
        return facts.get().withCover(cover);
    }

    /**
     * Inspects a book in two steps, since a cover may take long.
     *
     * @param facts is called with everything but the cover, before this is looked for; not if there is an exception
     * @return the cover
     */
    Optional<CoverSizes> inspect(
            String name, String format, Path file, Map<String, String> settings, Consumer<Inspection> facts)
            throws IOException, FormatUnavailableException {
        OpenOptions options = new OpenOptions(Optional.empty(), OpenOptions.DEFAULT_PAGE_BYTES, settings, formatCache);
        try (FileSource source = FileSource.open(file);
                OpenBook book = formats.open(format, source, options)) {
            facts.accept(facts(book, FileNameTitle.of(name)));
            Optional<CoverSizes> beside = coverBeside(file);
            return beside.isPresent() ? beside : coverOf(book);
        } catch (FormatException e) {
            facts.accept(failed(FileNameTitle.of(name), e));
            return coverBeside(file);
        }
    }

    private static Inspection facts(OpenBook book, FileNameTitle fallback)
            throws FormatException, FormatUnavailableException {
        BookMetadata metadata = book.read(open -> open.metadata());
        int pages = book.read(open -> open.pageCount());
        boolean named = metadata.title().isPresent();
        return new Inspection(
                metadata.title().orElse(fallback.title()),
                named || !metadata.authors().isEmpty() ? metadata.authors() : fallback.authors(),
                metadata.language(),
                pages,
                metadata.details(),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<CoverSizes> coverBeside(Path file) {
        Optional<Path> picture = CoverPicture.beside(file);
        try {
            return picture.isPresent() ? Optional.of(pictures.read(picture.get())) : Optional.empty();
        } catch (IOException | RuntimeException | OutOfMemoryError e) { // ImageIO's readers throw them all
            LOG.log(
                    Level.WARNING,
                    "The cover {0} cannot be used: {1}",
                    BookNames.shown(picture.get().toString()),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<CoverSizes> coverOf(OpenBook book) throws FormatUnavailableException {
        try {
            Optional<BufferedImage> picture = book.read(open -> open.cover(CoverSizes.LARGE_PIXELS, Work.UNCANCELLED));
            return picture.isPresent() ? Optional.of(CoverPicture.of(picture.get())) : Optional.empty();
        } catch (FormatException
                | IOException
                | RuntimeException
                | OutOfMemoryError e) { // the picture may be of any kind
            return Optional.empty(); // a book whose first page cannot be painted may still be read
        }
    }

    private static Inspection failed(FileNameTitle fallback, FormatException e) throws IOException {
        return switch (e.reason()) {
            case DAMAGED, UNSUPPORTED -> Inspection.failed(fallback, e.getMessage());
            // The reader will be asked for the password; the server does without.
            case PASSWORD_REQUIRED, PASSWORD_WRONG, TOO_COSTLY, CANCELLED ->
                Inspection.unknown(fallback, Optional.empty());
            case IO -> throw new IOException(e.getMessage(), e);
        };
    }
}
