package netreader.format.epub;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import netreader.format.PageSize;

/** A chapter of which some parts are laid out. One thread at a time. */
final class ChapterProgress {
    private final int[][] firsts;
    private final Map<String, Integer> ids;
    private final Optional<PageSize> size;

    /**
     * @param parts how many there are
     * @param ids positions of all elements that can be linked to
     * @param size of the page, if the chapter is a page of its own size
     */
    ChapterProgress(int parts, Map<String, Integer> ids, Optional<PageSize> size) {
        this.firsts = new int[parts][];
        this.ids = ids;
        this.size = size;
    }

    Map<String, Integer> ids() {
        return ids;
    }

    void set(int part, int[] firstsOfPages) {
        firsts[part] = firstsOfPages;
    }

    boolean isComplete() {
        return Arrays.stream(firsts).allMatch(Objects::nonNull);
    }

    /** The pages, when all parts are laid out. */
    PageTable.ChapterPages pages(Map<String, Integer> linkedIds) {
        return new PageTable.ChapterPages(List.of(firsts), linkedIds, size);
    }
}
