package netreader.dialect.classic;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import netreader.catalogue.BookFile;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.Cover;
import netreader.transport.Connection;

/** Sends what can be fetched: books, their covers, and the catalogue. A name is looked up and never used as a path. */
final class Downloads {
    private static final String CATALOGUE = "PDF.db";
    private static final String COVER = ".jpg";
    /** Measured under load: without it half of the lengths came with the header, with it a few of a thousand. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private static final Gson GSON = new Gson();

    private record Header(String filename, long filesize) {}

    private final Catalogue catalogue;
    private final BookInfoFile bookInfo;

    Downloads(Catalogue catalogue, BookInfoFile bookInfo) {
        this.catalogue = catalogue;
        this.bookInfo = bookInfo;
    }

    /** Sends the file with its header, or fails before anything was sent. */
    void send(String name, Connection connection) throws IOException, RequestException, CatalogueException {
        Optional<CatalogueBook> book = name.equals(CATALOGUE) ? Optional.empty() : catalogue.bookNamed(name);
        if (book.isPresent()) {
            sendBook(name, book.get(), connection);
        } else {
            ByteBuffer bytes = name.equals(CATALOGUE) ? bookInfo.bytes() : cover(name);
            sendHeader(name, bytes.remaining(), connection);
            connection.write(bytes);
        }
    }

    private void sendBook(String name, CatalogueBook book, Connection connection)
            throws IOException, CatalogueException {
        try (BookFile file = catalogue.openFile(book.id(), book.version())) {
            sendHeader(name, file.size(), connection);
            connection.sendFile(file.channel(), 0, file.size());
        }
    }

    private ByteBuffer cover(String name) throws RequestException, CatalogueException {
        if (name.endsWith(COVER)) {
            String stem = name.substring(0, name.length() - COVER.length());
            for (CatalogueBook book : catalogue.booksWithStem(stem)) {
                Optional<Cover> cover = catalogue.cover(book.id(), Integer.MAX_VALUE);
                if (cover.isPresent()) {
                    return JpegCover.of(cover.get());
                }
            }
        }
        throw new RequestException("There is no file named " + name + " on the shelf");
    }

    /**
     * The length comes alone as far as TCP allows: the report's client reads up to 40 bytes for it and can use only the
     * first four.
     */
    private static void sendHeader(String name, long size, Connection connection) throws IOException {
        ByteBuffer header = StandardCharsets.UTF_8.encode(GSON.toJson(new Header(name, size)));
        ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        connection.write(length.putInt(header.remaining()).flip());
        LockSupport.parkNanos(PAUSE.toNanos());
        connection.write(header);
    }
}
