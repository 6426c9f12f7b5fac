package netreader.format;

/** Text to look for, without regard to case. */
public record Query(String text) {
    public Query {
        if (text.isBlank()) {
            throw new IllegalArgumentException("There is nothing to look for");
        }
    }
}
