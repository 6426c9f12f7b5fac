package netreader.format.txt.chapters;

/** Tells a text whose lines were broken at a margin from one with a paragraph on each line. One thread. */
final class LineWidths {
    /** Bytes; margins are narrower in every charset. */
    static final int WIDEST = 320;

    private static final int STEP = 8;

    private final long[] lines = new long[WIDEST / STEP + 2];
    private long count;

    /** @param bytes of a line, without blanks before it */
    void add(int bytes) {
        lines[Math.min(bytes / STEP, lines.length - 1)]++;
        count++;
    }

    /** Whether lines end at a margin, and one of this length does. */
    boolean isFull(long bytes) {
        int margin = 0;
        long shorter = 0;
        while (margin < lines.length && (shorter + lines[margin]) * 100 < count * 98) {
            shorter += lines[margin];
            margin++;
        }
        if (margin >= lines.length - 1) {
            return false;
        }
        long full = 0;
        for (int i = margin * 3 / 4; i <= margin; i++) {
            full += lines[i];
        }
        return full * 4 >= count && bytes / STEP * 10 >= margin * 6L;
    }
}
