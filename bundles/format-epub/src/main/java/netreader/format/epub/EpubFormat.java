package netreader.format.epub;

import java.util.List;
import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.Setting;
import netreader.format.epub.publication.Publication;
import org.osgi.service.component.annotations.Component;

/** EPUB 2 and 3, laid out to pages whose size and letters the reader chooses. */
@Component(
        property = {
            BookFormat.NAME + "=EPUB",
            BookFormat.EXTENSIONS + "=epub",
            BookFormat.MEDIA_TYPE + "=application/epub+zip",
            BookFormat.DELIVERY + "=file"
        })
public final class EpubFormat implements BookFormat {
    @Override
    public List<Setting> settings() {
        return PageSettings.CHOICES;
    }

    @Override
    public Book open(BookSource source, OpenOptions options) throws FormatException {
        Publication publication = Publication.open(source);
        try {
            PageSettings settings = PageSettings.of(options.settings());
            PageTableCache cache = PageTableCache.of(options.cache(), source, settings);
            return EpubBook.open(publication, settings, cache);
        } catch (FormatException | RuntimeException e) {
            publication.close();
            throw e;
        }
    }
}
