package netreader.format.pdf.jpx;

/** A rectangle on one of the grids of JPEG 2000: from {@code x0}, {@code y0} up to, not including, {@code x1}, {@code y1}. */
record Area(int x0, int y0, int x1, int y1) {
    int width() {
        return Math.max(0, x1 - x0);
    }

    int height() {
        return Math.max(0, y1 - y0);
    }

    boolean isEmpty() {
        return x1 <= x0 || y1 <= y0;
    }

    /** This area on a grid that has every {@code dx}th column and every {@code dy}th row of this one. */
    Area every(int dx, int dy) {
        return new Area(ceil(x0, dx), ceil(y0, dy), ceil(x1, dx), ceil(y1, dy));
    }

    /** This area after its size was halved {@code times} times. */
    Area halved(int times) {
        return new Area(halved(x0, times), halved(y0, times), halved(x1, times), halved(y1, times));
    }

    /** What the band of a wavelet level has of this area: {@code right} and {@code lower} are 1 for its high half, else 0. */
    Area band(int level, int right, int lower) {
        long half = 1L << (level - 1);
        return new Area(
                halved(x0 - half * right, level),
                halved(y0 - half * lower, level),
                halved(x1 - half * right, level),
                halved(y1 - half * lower, level));
    }

    Area meet(Area other) {
        return new Area(Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1), Math.min(y1, other.y1));
    }

    static int ceil(int value, int divisor) {
        return (int) ((value + (long) divisor - 1) / divisor);
    }

    static int halved(long value, int times) {
        return (int) ((value + (1L << times) - 1) >> times);
    }
}
