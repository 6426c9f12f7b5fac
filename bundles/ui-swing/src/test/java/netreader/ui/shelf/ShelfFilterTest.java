package netreader.ui.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netreader.client.ShelfBook;
import netreader.format.Delivery;
import org.junit.jupiter.api.Test;

class ShelfFilterTest {
    private final List<ShelfBook> books = List.of(
            book(1, "a/persuasion.pdf", "Persuasion", "Jane Austen"),
            book(2, "论语.txt", "论语", ""),
            book(3, "cafe.txt", "Café Müller", "Ada"));

    @Test
    void everyWordMustOccurSomewhereInTitleAuthorOrName() {
        assertEquals(List.of("Persuasion"), titles("austen PERS"));
        assertEquals(List.of("Persuasion"), titles("a/"));
        assertEquals(List.of(), titles("austen 论语"));
    }

    @Test
    void accentsAndFullWidthLettersDoNotMatter() {
        assertEquals(List.of("Café Müller"), titles("muller"));
        assertEquals(List.of("Persuasion"), titles("ｐｅｒｓ"));
    }

    @Test
    void withoutAQueryAllBooksStandByTitle() {
        assertEquals(List.of("Café Müller", "Persuasion", "论语"), titles("  "));
    }

    private List<String> titles(String query) {
        return ShelfFilter.apply(books, query, Locale.ENGLISH).stream()
                .map(ShelfBook::title)
                .toList();
    }

    private static ShelfBook book(long id, String name, String title, String author) {
        return new ShelfBook(
                id,
                name,
                title,
                List.of(author),
                "TXT",
                Delivery.PAGES,
                1,
                "1",
                1,
                Optional.empty(),
                ShelfBook.Status.READY,
                Optional.empty(),
                false,
                Instant.EPOCH);
    }
}
