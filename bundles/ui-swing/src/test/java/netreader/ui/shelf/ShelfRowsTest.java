package netreader.ui.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netreader.client.ShelfBook;
import netreader.client.ShelfChange;
import netreader.client.ShelfFolder;
import netreader.format.Delivery;
import org.junit.jupiter.api.Test;

class ShelfRowsTest {
    private static final ShelfChoice ALL = new ShelfChoice("", "", ShelfOrder.TITLE);

    private final Map<Long, Instant> read = new HashMap<>();
    private final ShelfRows rows = new ShelfRows(Locale.SIMPLIFIED_CHINESE);

    @Test
    void everyWordMustOccurSomewhereInTitleAuthorOrName() {
        all(book(1, "a/persuasion.pdf", "Persuasion", "Jane Austen"), book(2, "论语.txt", "论语", ""));
        assertEquals(List.of("Persuasion"), titles(ALL.withWords("austen PERS")));
        assertEquals(List.of("Persuasion"), titles(ALL.withWords("a/")));
        assertEquals(List.of(), titles(ALL.withWords("austen 论语")));
    }

    @Test
    void accentsAndFullWidthLettersDoNotMatter() {
        all(book(1, "persuasion.pdf", "Persuasion", ""), book(3, "cafe.txt", "Café Müller", "Ada"));
        assertEquals(List.of("Café Müller"), titles(ALL.withWords("muller")));
        assertEquals(List.of("Persuasion"), titles(ALL.withWords("ｐｅｒｓ")));
    }

    @Test
    void volumesStandByTheirNumbersAndChineseByItsSounds() {
        all(
                book(1, "1", "三国 第10卷", ""),
                book(2, "2", "三国 第2卷", ""),
                book(3, "3", "红楼梦", ""),
                book(4, "4", "三国 第002卷 下", ""),
                book(5, "5", "Persuasion", ""));
        assertEquals(List.of("Persuasion", "红楼梦", "三国 第2卷", "三国 第002卷 下", "三国 第10卷"), titles(ALL));
    }

    @Test
    void whatChangesIsMergedIntoWhatIsThere() {
        all(book(1, "a/1", "B", ""), book(2, "a/2", "D", ""), book(3, "b/3", "F", ""));
        rows.merge(new ShelfChange(
                2, false, List.of(book(2, "b/2", "G", ""), book(4, "b/c/4", "A", "")), List.of(1L, 99L)));
        assertEquals(List.of("A", "F", "G"), titles(ALL));
        assertEquals(2, rows.stamp());
        assertEquals(List.of(new ShelfFolder("b", 3), new ShelfFolder("b/c", 1)), rows.folders());
    }

    @Test
    void aFolderHasTheBooksOfTheFoldersInIt() {
        all(book(1, "第2卷/a.txt", "A", ""), book(2, "第2卷/x/b.txt", "B", ""), book(3, "第10卷/c.txt", "C", ""));
        assertEquals(List.of("A", "B"), titles(ALL.withFolder("第2卷")));
        assertEquals(List.of("B"), titles(ALL.withFolder("第2卷/x")));
        assertEquals(List.of(), titles(ALL.withFolder("第2")));
        assertEquals(
                List.of(new ShelfFolder("第2卷", 2), new ShelfFolder("第2卷/x", 1), new ShelfFolder("第10卷", 1)),
                rows.folders());
    }

    @Test
    void theNewestComesFirstAndWhoHasNoAuthorLast() {
        all(book(1, "1", "B", ""), book(2, "2", "C", "Zoe"), book(3, "3", "A", "Ada"));
        assertEquals(List.of("A", "C", "B"), titles(ALL.withOrder(ShelfOrder.ADDED)));
        assertEquals(List.of("A", "C", "B"), titles(ALL.withOrder(ShelfOrder.AUTHOR)));
        rows.merge(new ShelfChange(3, false, List.of(book(9, "9", "D", "Ben")), List.of()));
        assertEquals(List.of("A", "D", "C", "B"), titles(ALL.withOrder(ShelfOrder.AUTHOR)));
    }

    @Test
    void whatWasReadLastComesFirstAndWhatNeverWasByTitle() {
        all(book(1, "1", "B", ""), book(2, "2", "C", ""), book(3, "3", "A", ""), book(4, "4", "D", ""));
        read.put(4L, Instant.ofEpochSecond(100));
        read.put(1L, Instant.ofEpochSecond(200));
        ShelfChoice lastRead = ALL.withOrder(ShelfOrder.READ);
        assertEquals(List.of("B", "D", "A", "C"), titles(lastRead));
        read.put(2L, Instant.ofEpochSecond(300));
        assertEquals(List.of("C", "B", "D", "A"), titles(lastRead));
        assertEquals(List.of("A", "B", "C", "D"), titles(ALL));
    }

    private void all(ShelfBook... books) {
        rows.merge(new ShelfChange(1, true, List.of(books), List.of()));
    }

    private List<String> titles(ShelfChoice choice) {
        return rows.books(choice, book -> Optional.ofNullable(read.get(book.id()))).stream()
                .map(ShelfBook::title)
                .toList();
    }

    private static ShelfBook book(long id, String name, String title, String author) {
        return new ShelfBook(
                id,
                name,
                title,
                author.isEmpty() ? List.of() : List.of(author),
                "TXT",
                Delivery.PAGES,
                1,
                "1",
                1,
                Optional.empty(),
                ShelfBook.Status.READY,
                Optional.empty(),
                Optional.empty(),
                Instant.ofEpochSecond(id),
                false);
    }
}
