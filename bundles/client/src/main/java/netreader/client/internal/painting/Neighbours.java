package netreader.client.internal.painting;

import java.util.List;
import java.util.stream.IntStream;

/** Which pages are likely to be turned to next. */
final class Neighbours {
    private Neighbours() {}

    /**
     * The most likely first.
     *
     * @param before the page from which somebody came; -1 if the book was just opened
     */
    static List<Integer> of(int before, int page, int count) {
        IntStream pages;
        if (before >= 0 && page == before + 1) {
            pages = IntStream.of(page + 1, page + 2, page - 1);
        } else if (page == before - 1) {
            pages = IntStream.of(page - 1, page - 2, page + 1);
        } else {
            pages = IntStream.of(page + 1);
        }
        return pages.filter(neighbour -> neighbour >= 0 && neighbour < count)
                .boxed()
                .toList();
    }
}
