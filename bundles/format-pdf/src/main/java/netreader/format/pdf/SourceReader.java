package netreader.format.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.Work;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * Lets PDFBox read a book's source in blocks of 64 KB, the last of which are kept: its reads are tiny, and each of the
 * source's may cost a round trip. One thread at a time.
 */
final class SourceReader implements RandomAccessRead {
    static final int BLOCK = 65_536;
    private static final int KEPT_BLOCKS = 64;

    /** As much as PDFBox searches for the place of the table of objects. */
    private static final int TAIL = 2048;

    private static final Pattern TABLE_START = Pattern.compile("startxref\\s{1,8}([0-9]{1,12})");

    /** A table at the end of the file that is longer is fetched as it is read. */
    private static final long LONGEST_TABLE = 16 << 20;

    private final BookSource source;
    private final long length;
    private final Map<Long, byte[]> blocks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > KEPT_BLOCKS;
        }
    };
    private Optional<IOException> failure = Optional.empty();
    private byte[] current = new byte[0];
    private long currentStart;
    private long position;
    private boolean closed;

    SourceReader(BookSource source) throws IOException {
        this.source = source;
        this.length = source.size();
    }

    /** The failure of the source while PDFBox was reading; it catches some and goes on, with holes. */
    Optional<IOException> failure() {
        return failure;
    }

    /**
     * Asks for what is read when a document is opened: its beginning, its end, and the table of objects, wherever the end
     * says that it is.
     */
    void opening() throws IOException {
        prefetch(0, BLOCK);
        prefetch(Math.max(0, length - BLOCK), length);
        byte[] end = new byte[(int) Math.min(TAIL, length)];
        seek(length - end.length);
        int got = read(end, 0, end.length);
        seek(0);
        Matcher last = TABLE_START.matcher(new String(end, 0, Math.max(0, got), StandardCharsets.ISO_8859_1));
        long table = -1;
        while (last.find()) {
            table = Long.parseLong(last.group(1));
        }
        if (table >= 0 && table < length) {
            long to = length - table > LONGEST_TABLE ? table + BLOCK : length;
            // What stands before the table is often the catalogue.
            prefetch(Math.max(0, table - BLOCK), to);
        }
    }

    /** Says that these bytes will be read soon, unless they are kept here. */
    void prefetch(long from, long to) {
        long start = from - from % BLOCK;
        long end = Math.min(to, length);
        while (start < end && blocks.containsKey(start)) {
            start += BLOCK;
        }
        if (start < end) {
            source.prefetch(start, end - start);
        }
    }

    /**
     * Reads bytes into the blocks kept here, as many as there is room for. A failure leaves nothing half read in PDFBox.
     *
     * @throws FormatException CANCELLED or IO
     */
    void fetch(long from, long to, Work work) throws FormatException {
        long end = Math.min(Math.min(to, length), from + (long) KEPT_BLOCKS / 2 * BLOCK);
        for (long start = from - from % BLOCK; start < end; start += BLOCK) {
            work.check();
            if (!blocks.containsKey(start)) {
                try {
                    blocks.put(start, block(start));
                } catch (IOException e) {
                    throw Failures.ofSource(e);
                }
            }
        }
    }

    @Override
    public int read() throws IOException {
        return load() ? current[(int) (position++ - currentStart)] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        int total = 0;
        while (total < wanted && load()) {
            int index = (int) (position - currentStart);
            int n = Math.min(wanted - total, current.length - index);
            System.arraycopy(current, index, to, offset + total, n);
            total += n;
            position += n;
        }
        return total == 0 ? -1 : total;
    }

    /** Makes the block at the position the current one; false at the end. */
    private boolean load() throws IOException {
        if (closed) {
            throw new IOException("The book is closed");
        }
        if (position >= length) {
            return false;
        }
        long start = position - position % BLOCK;
        if (start != currentStart || current.length == 0) {
            byte[] block = blocks.get(start);
            if (block == null) {
                block = noted(start);
                blocks.put(start, block);
            }
            current = block;
            currentStart = start;
        }
        return true;
    }

    /** After a failure the document is given up: PDFBox is not to go through the whole file to mend it. */
    private byte[] noted(long start) throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        try {
            return block(start);
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    private byte[] block(long start) throws IOException {
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, length - start));
        if (source.readFully(start, block) < block.capacity()) {
            throw new IOException("The file has become shorter while it was read");
        }
        return block.array();
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0) {
            throw new IOException("There is no position " + to);
        }
        position = Math.min(to, length);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public boolean isEOF() {
        return position >= length;
    }

    @Override
    public RandomAccessReadView createView(long start, long size) {
        return new RandomAccessReadView(this, start, size);
    }

    @Override
    public void close() {
        closed = true;
        blocks.clear();
        current = new byte[0];
    }
}
