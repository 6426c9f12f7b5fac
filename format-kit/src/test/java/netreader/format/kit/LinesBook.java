package netreader.format.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import netreader.format.BookMetadata;
import netreader.format.BookSource;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.Outline;
import netreader.format.Work;

/** Each line is a page. It keeps all promises; tests take one away each. */
class LinesBook implements FlowingBook {
    private final List<String> lines;
    private volatile boolean closed;

    LinesBook(BookSource source) throws FormatException {
        this.lines = text(source).lines().toList();
    }

    static String text(BookSource source) throws FormatException {
        try {
            ByteBuffer bytes = ByteBuffer.allocate((int) source.size());
            source.readFully(0, bytes);
            return new String(bytes.array(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FormatException(Reason.IO, "The file could not be read", e);
        }
    }

    boolean closed() {
        return closed;
    }

    @Override
    public BookMetadata metadata() {
        return BookMetadata.NONE;
    }

    @Override
    public int pageCount() {
        return lines.size();
    }

    @Override
    public String pageText(int page) throws FormatException {
        if (closed) {
            throw new FormatException(Reason.CANCELLED, "The book is closed");
        }
        if (page < 0 || page >= lines.size()) {
            throw new FormatException(Reason.DAMAGED, "There is no such page");
        }
        return lines.get(page) + "\n";
    }

    @Override
    public Outline outline(Work work) throws FormatException {
        return new Outline(
                lines.isEmpty() ? List.of() : List.of(new Outline.Entry("Beginning", 0, 0)), !work.cancelled());
    }

    @Override
    public void close() {
        closed = true;
    }
}
