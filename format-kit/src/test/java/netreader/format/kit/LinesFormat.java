package netreader.format.kit;

import netreader.format.Book;
import netreader.format.BookFormat;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;

/** Made by name, as a framework does it. */
public final class LinesFormat implements BookFormat {
    @Override
    public Book open(BookSource source, OpenOptions options) throws FormatException {
        return new LinesBook(source);
    }
}
