package netreader.format.pdf.jpx;

import java.util.ArrayList;
import java.util.List;

/** A code block: where it stands in its band, and the pieces of its data that were found in packets. */
final class CodeBlock {
    /** Passes that are coded together, and their bytes. */
    static final class Segment {
        final int mostPasses;
        /** How many passes packet headers told of. */
        int announced;
        /** How many of them have come. */
        int passes;

        int length;
        final List<Chunk> chunks = new ArrayList<>(1);

        Segment(int mostPasses) {
            this.mostPasses = mostPasses;
        }
    }

    /** A piece of the tile's packets. */
    record Chunk(int from, int length) {}

    private static final int ALL_PASSES = 109;

    final Area area;
    final List<Segment> segments = new ArrayList<>(1);
    boolean included;
    int zeroPlanes;
    int lengthBits = 3;

    CodeBlock(Area area) {
        this.area = area;
    }

    /** The segment that the next pass belongs to. */
    Segment next(Coding coding) {
        if (!segments.isEmpty()) {
            Segment last = segments.get(segments.size() - 1);
            if (last.announced < last.mostPasses) {
                return last;
            }
        }
        Segment next = new Segment(passesOfNext(coding));
        segments.add(next);
        return next;
    }

    private int passesOfNext(Coding coding) {
        if (coding.has(Coding.TERMINATE)) {
            return 1;
        }
        if (!coding.has(Coding.BYPASS)) {
            return ALL_PASSES;
        }
        // Ten passes first; then by turns two that are not coded arithmetically, and the cleanup pass, which is.
        return segments.isEmpty() ? 10 : segments.size() % 2 == 1 ? 2 : 1;
    }
}
