package netreader.format.txt;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;

/** A file in memory. */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
record MemorySource(byte[] bytes) implements BookSource {
    /** A folder that cannot be made, so that no test finds what another one kept. */
    static final Path NO_CACHE = Path.of("/dev/null/cache");

    /** Opens bytes as a text whose charset is stated; "" for one that is to be found. */
    static TxtBook open(byte[] bytes, String charset, int pageBytes) throws FormatException {
        return open(new MemorySource(bytes), charset, pageBytes);
    }

    static TxtBook open(BookSource source, String charset, int pageBytes) throws FormatException {
        OpenOptions options =
                new OpenOptions(Optional.empty(), pageBytes, Map.of(TxtFormat.CHARSET, charset), NO_CACHE);
        return (TxtBook) new TxtFormat().open(source, options);
    }

    static String detail(TxtBook book, String name) {
        return book.metadata().details().stream()
                .filter(detail -> detail.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    static String wholeText(TxtBook book) throws FormatException {
        StringBuilder text = new StringBuilder();
        for (int page = 0; page < book.pageCount(); page++) {
            text.append(book.pageText(page));
        }
        return text.toString();
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long at, ByteBuffer to) {
        if (at >= bytes.length) {
            return -1;
        }
        int n = (int) Math.min(to.remaining(), bytes.length - at);
        to.put(bytes, (int) at, n);
        return n;
    }
}
