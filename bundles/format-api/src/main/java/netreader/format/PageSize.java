package netreader.format;

/**
 * The size of a painted page.
 *
 * @param width points (1/72 inch), more than 0
 * @param height points (1/72 inch), more than 0
 */
public record PageSize(double width, double height) {
    public PageSize {
        if (!(width > 0) || !(height > 0)) {
            throw new IllegalArgumentException("A page must have an area: " + width + " by " + height);
        }
    }
}
