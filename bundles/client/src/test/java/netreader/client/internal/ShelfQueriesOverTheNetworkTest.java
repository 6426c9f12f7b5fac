package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import netreader.client.ClientException;
import netreader.client.NamedBooks;
import netreader.client.ShelfBook;
import netreader.client.ShelfPage;
import netreader.client.ShelfQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a reader asks of the shelf: its own client, a socket, the server's dialect and catalogue. */
@Timeout(60)
class ShelfQueriesOverTheNetworkTest extends FaultyNetworkFixture {
    @BeforeEach
    void connectToTheServer() throws Exception {
        serve(Map.of());
        connect(PATIENT);
    }

    @Test
    void theShelfComesInPages() throws Exception {
        List<ShelfBook> books = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            ShelfPage page = client.query(byName("").from(next));
            assertEquals(OptionalLong.of(4), page.total());
            books.addAll(page.books());
            next = page.next();
        } while (next.isPresent());
        assertEquals(client.shelf(), books);
        assertTrue(books.get(0).added().toEpochMilli() > 0);
    }

    @Test
    void wordsAreWhatTheyAre() throws Exception {
        assertEquals(List.of("2.pdf"), names("2.P"));
        for (String words : List.of("\"", "a\0\" OR b*", "\uD83D", "NEAR(", "📚")) {
            assertEquals(List.of(), names(words), words);
        }
    }

    @Test
    void aPlaceThatIsNoneIsABadRequest() {
        ClientException e = assertThrows(
                ClientException.class, () -> client.query(byName("").from(Optional.of("nowhere"))));
        assertEquals("BAD_REQUEST", e.code());
    }

    @Test
    void aBookIsNamedByItsNumberItsFileOrItsTitle() throws Exception {
        ShelfBook book = book(3);
        for (String name : List.of(Long.toString(book.id()), "3.pdf")) {
            assertEquals(List.of(book), client.named(name).books(), name);
        }
        assertEquals(new NamedBooks(List.of(), 0), client.named("nothing"));
        assertEquals(List.of(), client.folders(""));
    }

    private static ShelfQuery byName(String words) {
        return new ShelfQuery(
                words, ShelfQuery.Order.NAME, false, Optional.empty(), Optional.empty(), Optional.empty(), 3);
    }

    private List<String> names(String words) throws ClientException {
        return client.query(byName(words)).books().stream().map(ShelfBook::name).toList();
    }
}
