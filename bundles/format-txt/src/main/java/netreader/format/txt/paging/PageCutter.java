package netreader.format.txt.paging;

import java.nio.charset.Charset;
import netreader.format.FormatException;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.TextFile;

/**
 * Cuts a text into pages without reading it. Page n begins at the best place between two characters in the last
 * quarter of a page before n × pageBytes. So places of different pages never meet, every page is shorter than 1.25 ×
 * pageBytes, and each border is found by looking around it only. The byte order mark belongs to page 0. Any thread.
 */
public final class PageCutter {
    /** More bytes than a character has, and than a CR LF has. */
    private static final int LOOK_AHEAD = 16;

    /** More bytes than are looked at before a line end. */
    private static final int LOOK_BACK = 16;

    private final TextFile file;
    private final Charset charset;
    private final Shift shift;
    private final Sync sync;
    private final LineEnds lines;
    private final int pageBytes;
    private final int pages;

    public PageCutter(TextFile file, Detection detection, Shift shift, Sync sync, int pageBytes) {
        this.file = file;
        this.charset = detection.charset();
        this.shift = shift;
        this.sync = sync;
        this.lines = new LineEnds(detection);
        this.pageBytes = pageBytes;
        boolean empty = file.size() <= detection.bomLength();
        this.pages = empty ? 0 : (int) Math.min(Integer.MAX_VALUE, (file.size() + pageBytes - 1) / pageBytes);
    }

    /** 0 for a file that is empty but for its byte order mark. */
    public int pages() {
        return pages;
    }

    /** The page whose nominal place holds an offset; the offset may lie on the next page, never on another. */
    public int nominalPageAt(long offset) {
        return (int) Math.max(0, Math.min(offset / pageBytes, pages - 1L));
    }

    /** Whether an offset on a page's nominal place is so far from its end that the file need not be asked. */
    public boolean isSurelyOn(int page, long offset) {
        return offset < earliest(page + 1);
    }

    /** The offset n × pageBytes: the page begins there or a little before. */
    public long nominalStart(int page) {
        return (long) page * pageBytes;
    }

    /** The part of the file in which a page lies, with all that tells where it begins and ends. */
    public TextFile around(int page) throws FormatException {
        long from = Math.max(0, earliest(page) - LOOK_BACK);
        return file.buffered(from, (int) (nominalStart(page) - from) + pageBytes + LOOK_AHEAD);
    }

    /**
     * @param page 0 to {@link #pages()}, which gives the end of the file
     * @throws FormatException IO
     */
    public long start(int page) throws FormatException {
        return start(page, file);
    }

    /** @param around the file, or what {@link #around} gives, which makes it faster */
    public long start(int page, TextFile around) throws FormatException {
        if (page == 0) {
            return 0;
        }
        if (page >= pages) {
            return file.size();
        }
        long lineEnd = lines.lastEnd(around, earliest(page), nominalStart(page));
        return lineEnd >= 0 ? lineEnd : bestBreakInLine(earliest(page), nominalStart(page));
    }

    private long earliest(int page) {
        return nominalStart(page) - pageBytes / 4 + 1;
    }

    private long bestBreakInLine(long earliest, long latest) throws FormatException {
        long from = sync.before(earliest);
        byte[] bytes = file.read(from, (int) (latest - from) + LOOK_AHEAD);
        boolean endOfFile = from + bytes.length == file.size();
        CharacterWalk walk = new CharacterWalk(bytes, charset, shift.at(from), endOfFile);
        long best = latest;
        Break quality = Break.NEVER;
        int beforeLast = 0;
        int last = 0;
        long at = from;
        while (at <= latest && walk.next()) {
            if (at >= earliest) {
                Break here = Break.between(beforeLast, last, walk.first());
                if (here != Break.NEVER && here.compareTo(quality) >= 0) {
                    best = at;
                    quality = here;
                }
            }
            beforeLast = last;
            last = walk.last();
            at = from + walk.end();
        }
        return best;
    }
}
