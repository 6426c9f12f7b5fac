package netreader.format;

/** Text to look for, without regard to case, to wide and narrow forms, and to line ends between words. */
public record Query(String text) {
    public Query {
        if (text.isBlank()) {
            throw new IllegalArgumentException("There is nothing to look for");
        }
    }
}
