package netreader.catalogue.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import netreader.catalogue.BookFile;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.OpenText;
import netreader.catalogue.internal.scan.Courtesy;
import netreader.catalogue.internal.scan.Library;
import netreader.catalogue.internal.store.Versions;
import netreader.format.Delivery;
import netreader.format.OpenOptions;

/** Opens books for readers: files as they are, texts to be cut into pages. Any thread. */
record BookOpener(
        Library library,
        SharedTexts texts,
        PageCache pages,
        FormatFolders formatFolders,
        BookSettings settings,
        Courtesy courtesy) {

    /** As {@link netreader.catalogue.Catalogue#openFile}. */
    BookFile file(CatalogueBook book, String version) throws CatalogueException {
        Path file = library.file(book.name());
        try {
            if (!version.equals(Versions.of(file))) {
                throw new CatalogueException(Problem.CHANGED, book.name() + " has changed on the server");
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            return new BookFile(channel, channel.size());
        } catch (NoSuchFileException e) {
            throw new CatalogueException(Problem.NOT_FOUND, book.name() + " has gone from the library", e);
        } catch (IOException e) {
            throw new CatalogueException(Problem.IO, book.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Where the book is found. */
    interface Source {
        CatalogueBook book() throws CatalogueException;
    }

    /** As {@link netreader.catalogue.Catalogue#openText(long, int, Map)}. */
    OpenText text(Source source, int pageBytes, Map<String, String> changes) throws CatalogueException {
        while (true) {
            long outdated = texts.timesOutdated();
            OpenText text = text(source.book(), pageBytes, changes);
            if (texts.timesOutdated() == outdated) {
                return text;
            }
            text.close(); // with settings that were changed since they were read
        }
    }

    private OpenText text(CatalogueBook book, int pageBytes, Map<String, String> changes) throws CatalogueException {
        if (book.delivery() != Delivery.PAGES) {
            throw new CatalogueException(
                    Problem.UNSUPPORTED, "A " + book.format() + " is not read page by page; fetch its file");
        }
        if (book.status() == Status.QUARANTINED && changes.isEmpty()) {
            throw new CatalogueException(
                    Problem.QUARANTINED,
                    book.name() + " cannot be read: " + book.reason().orElse("it is quarantined"));
        }
        Path file = library.file(book.name());
        // As it lies there now: the catalogue hears of a change some seconds later.
        String version = Versions.require(file, book.name());
        OpenOptions options = new OpenOptions(
                Optional.empty(), pageBytes, settings.changed(book, changes), formatFolders.of(book, version));
        return new LibraryText(book, version, file, options, texts, pages, courtesy);
    }
}
