package netreader.format.comic;

import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.archive.Archive;
import org.osgi.service.component.annotations.Component;

/** Comics: pictures in a ZIP archive (CBZ), perhaps described by ComicInfo.xml. */
@Component(
        property = {
            BookFormat.NAME + "=CBZ",
            BookFormat.EXTENSIONS + "=cbz",
            BookFormat.MEDIA_TYPE + "=application/vnd.comicbook+zip",
            BookFormat.DELIVERY + "=file"
        })
public final class ComicFormat implements BookFormat {
    @Override
    public Book open(BookSource source, OpenOptions options) throws FormatException {
        return new ComicBook(Archive.open(source, "This comic"));
    }
}
