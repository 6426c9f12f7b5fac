package netreader.format.epub.layout;

/** The layout counts in whole dots: so many to a CSS pixel that no page shows it. */
final class Dots {
    static final int PER_PIXEL = 16;

    private Dots() {}

    static int of(double pixels) {
        return (int) Math.round(pixels * PER_PIXEL);
    }
}
