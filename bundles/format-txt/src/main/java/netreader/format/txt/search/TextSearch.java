package netreader.format.txt.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import netreader.format.FormatException;
import netreader.format.Hits;
import netreader.format.Work;
import netreader.format.txt.file.CodeUnit;
import netreader.format.txt.file.Detection;
import netreader.format.txt.file.TextFile;
import netreader.format.txt.paging.Sync;
import netreader.format.txt.paging.TextPieces;

/** Looks for a {@link Needle} in the bytes of a file. One thread. */
public final class TextSearch {
    private static final int CHUNK = 1 << 18;

    /** Bytes of a hit's surroundings that are decoded, on either side: more than are shown in any charset. */
    private static final int CONTEXT_BYTES = 128;

    private final TextFile file;
    private final TextPieces pieces;
    private final Sync sync;
    private final Needle needle;
    private final long textStart;
    private final int step;

    public TextSearch(TextFile file, Detection detection, TextPieces pieces, Sync sync, Needle needle) {
        this.file = file;
        this.pieces = pieces;
        this.sync = sync;
        this.needle = needle;
        this.textStart = detection.bomLength();
        this.step = CodeUnit.of(detection.charset()).bytes();
    }

    /**
     * @param from offset in the file
     * @param limit how many hits at most
     */
    public Hits find(long from, int limit, Work work) throws FormatException {
        List<Hits.Hit> hits = new ArrayList<>();
        // Units are counted from the beginning of the text.
        long at = Math.min(Math.max(from, textStart), Math.max(file.size(), textStart));
        at += Math.floorMod(textStart - at, step);
        while (at < file.size()) {
            if (work.cancelled()) {
                return new Hits(hits, OptionalLong.of(at));
            }
            TextFile chunk = file.buffered(at, CHUNK + needle.longest());
            byte[] bytes = chunk.read(at, CHUNK + needle.longest());
            int i = 0;
            while (i < Math.min(bytes.length, CHUNK)) {
                int end = needle.mayBeginAt(bytes, i) ? needle.matchEnd(bytes, i, bytes.length) : -1;
                if (end >= 0 && sync.isBorder(chunk, at + i)) {
                    if (hits.size() == limit) {
                        return new Hits(hits, OptionalLong.of(at + i));
                    }
                    hits.add(hit(at + i, at + end));
                    i = end;
                } else {
                    i += step;
                }
            }
            at += i;
        }
        return new Hits(hits, OptionalLong.empty());
    }

    private Hits.Hit hit(long start, long end) throws FormatException {
        long from = sync.before(Math.max(textStart, start - CONTEXT_BYTES));
        String before = pieces.text(from, start);
        String found = pieces.text(start, end);
        String after = pieces.text(end, Math.min(file.size(), end + CONTEXT_BYTES));
        return Hits.Hit.in(before + found + after, before.length(), before.length() + found.length(), start);
    }
}
