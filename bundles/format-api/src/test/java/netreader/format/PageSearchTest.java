package netreader.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PageSearchTest {
    private final Book book = new Pages("Call me Ishmael.", "Some years ago", "ISHMAEL and ishmael");

    @Test
    void findsWithoutRegardToCaseAndNamesThePage() throws FormatException {
        Hits hits = book.find(new Query("ishmael"), 0, 10, Work.UNCANCELLED);
        assertEquals(
                List.of(0L, 2L, 2L), hits.hits().stream().map(Hits.Hit::anchor).toList());
        assertEquals("Call me Ishmael.", hits.hits().get(0).text());
        assertEquals(OptionalLong.empty(), hits.next());
    }

    @Test
    void findsAcrossLineEndsAndInAllForms() throws FormatException {
        Book turned = new Pages("Some\nyears  ago", "春眠\n暁を覚えず", "ＮｅｔＲｅａｄｅｒ", "su\uFB03cient", "read\u00AD\nable");
        List<String> wanted = List.of("some YEARS ago", "春眠暁", "netreader", "sufficient", "readable");
        for (int page = 0; page < wanted.size(); page++) {
            Hits hits = turned.find(new Query(wanted.get(page)), 0, 10, Work.UNCANCELLED);
            assertEquals(
                    List.of((long) page),
                    hits.hits().stream().map(Hits.Hit::anchor).toList());
        }
        assertEquals(
                List.of(),
                turned.find(new Query("\u00AD"), 0, 10, Work.UNCANCELLED).hits());
        assertEquals(
                "Ｎｅｔ",
                new Pages("Ｎｅｔ")
                        .find(new Query("ET"), 0, 1, Work.UNCANCELLED)
                        .hits()
                        .get(0)
                        .text());
    }

    @Test
    void stopsAtTheLimitAndTellsWhereToGoOn() throws FormatException {
        Hits hits = book.find(new Query("ishmael"), 0, 1, Work.UNCANCELLED);
        assertEquals(1, hits.hits().size());
        assertEquals(OptionalLong.of(1), hits.next());
        assertEquals(
                2,
                book.find(new Query("ishmael"), 1, 1, Work.UNCANCELLED).hits().size());
    }

    @Test
    void stopsWhenNobodyWaits() throws FormatException {
        assertEquals(
                OptionalLong.of(0),
                book.find(new Query("ishmael"), 0, 1, () -> true).next());
    }

    @Test
    void aDamagedPageDoesNotEndTheSearch() throws FormatException {
        Book damaged = new Pages("Ishmael", Pages.DAMAGED, "ishmael");
        assertEquals(
                List.of(0L, 2L),
                damaged.find(new Query("ishmael"), 0, 10, Work.UNCANCELLED).hits().stream()
                        .map(Hits.Hit::anchor)
                        .toList());
    }

    @Test
    void shortWorkAlwaysDoesAPiece() throws FormatException {
        Work work = new ShortWork(Duration.ZERO);
        assertFalse(work.cancelled());
        assertEquals(
                OptionalLong.of(1),
                book.find(new Query("ishmael"), 0, 10, new ShortWork(Duration.ZERO))
                        .next());
        assertFalse(new ShortWork(Duration.ofHours(1)).cancelled());
    }

    @Test
    void refusesToLookForNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Query(" "));
    }

    private record Pages(List<String> texts) implements Book {
        static final String DAMAGED = "damaged";

        Pages(String... texts) {
            this(List.of(texts));
        }

        @Override
        public BookMetadata metadata() {
            return BookMetadata.NONE;
        }

        @Override
        public int pageCount() {
            return texts.size();
        }

        @Override
        public String pageText(int page) throws FormatException {
            if (texts.get(page).equals(DAMAGED)) {
                throw new FormatException(FormatException.Reason.DAMAGED, "The page is damaged");
            }
            return texts.get(page);
        }

        @Override
        public void close() {}
    }
}
