package netreader.client.internal.painting;

import java.util.List;
import java.util.stream.IntStream;

/** Which pages are likely to be turned to next. */
final class Neighbours {
    private Neighbours() {}

    /**
     * The most likely first.
     *
     * @param direction in which somebody reads: 1 onwards, -1 back, 0 if he has just come here
     * @param first of the pages that are seen
     * @param last of the pages that are seen
     */
    static List<Integer> of(int direction, int first, int last, int count) {
        IntStream pages;
        if (direction > 0) {
            pages = IntStream.of(last + 1, last + 2, first - 1);
        } else if (direction < 0) {
            pages = IntStream.of(first - 1, first - 2, last + 1);
        } else {
            pages = IntStream.of(last + 1);
        }
        return pages.filter(neighbour -> neighbour >= 0 && neighbour < count)
                .boxed()
                .toList();
    }
}
