package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import netreader.format.BookMetadata;
import netreader.format.PageSize;
import netreader.format.PaintedBook;
import netreader.format.TextRun;
import netreader.format.Work;
import org.junit.jupiter.api.Test;

class PageAnchorsTest {
    /** A book whose pages begin at these characters. */
    private record Book(List<Long> begins) implements PaintedBook {
        @Override
        public BookMetadata metadata() {
            return BookMetadata.NONE;
        }

        @Override
        public int pageCount() {
            return begins.size();
        }

        @Override
        public long anchorOf(int page) {
            return begins.get(page);
        }

        @Override
        public String pageText(int page) {
            return "";
        }

        @Override
        public PageSize pageSize(int page) {
            return new PageSize(100, 100);
        }

        @Override
        public void render(int page, double scale, Rectangle clip, BufferedImage target, Work work) {}

        @Override
        public List<TextRun> textRuns(int page) {
            return List.of();
        }

        @Override
        public void close() {}
    }

    @Test
    void anAnchorBelongsToThePageThatBeginsBeforeIt() {
        PageAnchors anchors = PageAnchors.of(new Book(List.of(0L, 700L, 1L << 32)));
        assertEquals(700, anchors.anchorOf(1));
        assertEquals(1, anchors.pageAt(700));
        assertEquals(1, anchors.pageAt(1500));
        assertEquals(0, anchors.pageAt(699));
        assertEquals(2, anchors.pageAt(Long.MAX_VALUE));
    }

    @Test
    void whatPointsOutsideTheBookIsItsNearestPage() {
        PageAnchors anchors = PageAnchors.of(new Book(List.of(10L, 20L)));
        assertEquals(0, anchors.pageAt(-5));
        assertEquals(10, anchors.anchorOf(-1));
        assertEquals(20, anchors.anchorOf(7));
        PageAnchors none = PageAnchors.of(new Book(List.of()));
        assertEquals(0, none.pageAt(3));
        assertEquals(0, none.anchorOf(3));
    }
}
