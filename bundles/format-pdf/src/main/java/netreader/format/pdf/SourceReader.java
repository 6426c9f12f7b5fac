package netreader.format.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import netreader.format.BookSource;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/**
 * Lets PDFBox read a book's source in blocks of 64 KB, the last of which are kept: its reads are tiny, and each of the
 * source's may cost a round trip. One thread at a time.
 */
final class SourceReader implements RandomAccessRead {
    private static final int BLOCK = 65_536;
    private static final int KEPT_BLOCKS = 64;

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

    /** The last failure of the source since the last call; PDFBox catches some and goes on. */
    Optional<IOException> takeFailure() {
        Optional<IOException> taken = failure;
        failure = Optional.empty();
        return taken;
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
                block = fetch(start);
                blocks.put(start, block);
            }
            current = block;
            currentStart = start;
        }
        return true;
    }

    private byte[] fetch(long start) throws IOException {
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, length - start));
        try {
            if (source.readFully(start, block) < block.capacity()) {
                throw new IOException("The file has become shorter while it was read");
            }
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
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
