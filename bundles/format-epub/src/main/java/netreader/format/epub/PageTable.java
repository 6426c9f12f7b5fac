package netreader.format.epub;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.format.PageSize;

/**
 * Where the pages of a book begin: what has to be laid out to be known.
 *
 * @param chapters one for each file of the spine
 * @param pageCount of all of them
 */
record PageTable(List<ChapterPages> chapters, int pageCount) {
    /** The bits of an anchor that hold the position in the chapter; those above hold the chapter. */
    private static final int POSITION_BITS = 32;

    /**
     * @param parts for each part of the chapter the first position of each of its pages
     * @param ids positions of the elements that something in the book leads to
     * @param size of the page, if the chapter is a page of its own size
     */
    record ChapterPages(List<int[]> parts, Map<String, Integer> ids, Optional<PageSize> size) {
        /** Of a chapter that is not yet laid out. */
        static final ChapterPages NONE = new ChapterPages(List.of(), Map.of(), Optional.empty());

        int pageCount() {
            return parts.stream().mapToInt(part -> part.length).sum();
        }
    }

    /** A page: which of a part of a chapter, all from 0; {@code position} is that of its beginning. */
    record Spot(int chapter, int part, int page, int position) {}

    PageTable(List<ChapterPages> chapters) {
        this(
                List.copyOf(chapters),
                chapters.stream().mapToInt(ChapterPages::pageCount).sum());
    }

    /** Whether all chapters are laid out; one that is not has no pages. */
    boolean isComplete() {
        return chapters.stream().noneMatch(chapter -> chapter.pageCount() == 0);
    }

    /** @param page from 0 to {@link #pageCount()} - 1 */
    Spot spot(int page) {
        int left = page;
        for (int chapter = 0; chapter < chapters.size(); chapter++) {
            List<int[]> parts = chapters.get(chapter).parts();
            for (int part = 0; part < parts.size(); part++) {
                int[] positions = parts.get(part);
                if (left < positions.length) {
                    return new Spot(chapter, part, left, positions[left]);
                }
                left -= positions.length;
            }
        }
        throw new IndexOutOfBoundsException(page);
    }

    /** The last page that begins at the anchor or before it. */
    int pageAt(long anchor) {
        if (anchor <= 0) {
            return 0;
        }
        long wanted = anchor >>> POSITION_BITS;
        int position = (int) Math.min(Integer.MAX_VALUE, anchor & 0xFFFF_FFFFL);
        int page = 0;
        for (int chapter = 0; chapter < chapters.size(); chapter++) {
            ChapterPages pages = chapters.get(chapter);
            if (chapter == wanted) {
                return page + pageInChapter(pages, position);
            }
            page += pages.pageCount();
        }
        return Math.max(0, page - 1);
    }

    private static int pageInChapter(ChapterPages pages, int position) {
        int before = 0;
        int found = 0;
        for (int[] part : pages.parts()) {
            if (part.length > 0 && part[0] > position) {
                break;
            }
            int at = Arrays.binarySearch(part, position);
            found = before + (at >= 0 ? at : Math.max(0, -at - 2));
            before += part.length;
        }
        return found;
    }

    static long anchor(int chapter, int position) {
        return ((long) chapter << POSITION_BITS) | position;
    }

    static int chapterOf(long anchor) {
        return (int) (anchor >>> POSITION_BITS);
    }
}
