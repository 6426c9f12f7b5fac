package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import netreader.client.BookSetting;
import netreader.client.ClientException;
import netreader.client.FlowingReading;
import netreader.client.Place;
import netreader.client.SearchHits;
import netreader.client.ShelfBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A book that changes on the server while it is being read: its file, or what was chosen for it. */
@Timeout(60)
class ChangingBooksTest extends FaultyNetworkFixture {
    private static final int PAGE = PagedFormats.PAGE_BYTES;

    private final Path file = library.resolve("0.txt");

    @BeforeEach
    void connectToTheServer() throws Exception {
        serve(Map.of());
        connect(PATIENT);
    }

    @AfterEach
    void putTheBookBack() throws Exception {
        Files.write(library.resolve("written"), TEXT);
        Files.move(library.resolve("written"), file, StandardCopyOption.REPLACE_EXISTING);
        client.set(book(0), Map.of("case", ""));
    }

    @Test
    void aFileThatGrowsIsReadOnAtTheSamePlace() throws Exception {
        try (FlowingReading text = text()) {
            long anchor = text.page(12).anchor();
            Files.write(file, new byte[5 * PAGE], StandardOpenOption.APPEND);
            awaitFailure("CHANGED", text, anchor);
            assertEquals(12, text.pageAt(anchor).page());
            assertEquals(PAGES + 5, text.pageCount());
            assertPage(text, 12);
        }
    }

    @Test
    void aFileThatShrinksIsReadOnAtTheNearestPlace() throws Exception {
        try (FlowingReading text = text()) {
            long anchor = text.page(30).anchor();
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.truncate(10L * PAGE);
            }
            awaitFailure("CHANGED", text, anchor);
            assertEquals(9, text.pageAt(anchor).page());
            assertPage(text, 9);
        }
    }

    @Test
    void aFileThatGoesIsMissedAndReadOnWhenAnotherComes() throws Exception {
        try (FlowingReading text = text()) {
            long anchor = text.page(3).anchor();
            Files.delete(file);
            awaitFailure("NOT_FOUND", text, anchor);
            assertEquals(
                    "NOT_FOUND",
                    assertThrows(ClientException.class, () -> text.page(0)).code());
            Files.writeString(file, "x".repeat(7 * PAGE));
            awaitFailure("CHANGED", text, anchor);
            assertEquals("x".repeat(PAGE), text.pageAt(anchor).text());
            assertEquals(3, text.pageAt(anchor).page());
        }
    }

    @Test
    void aChoiceIsHeardOnceAndKeepsThePlace() throws Exception {
        ShelfBook book = book(0);
        assertEquals(
                List.of(new BookSetting("case", "Case", List.of("upper"), "", "")),
                client.details(book).settings());
        client.remember(book, new Place(5L * PAGE, 0.1));
        try (FlowingReading text = text()) {
            long anchor = text.page(5).anchor();
            client.set(book, Map.of("case", "upper"));
            assertEquals("upper", client.details(book).settings().get(0).value());
            assertEquals(
                    "CHANGED",
                    assertThrows(ClientException.class, () -> text.page(5)).code());
            String page = new String(TEXT, 5 * PAGE, PAGE, StandardCharsets.US_ASCII);
            assertEquals(page.toUpperCase(Locale.ROOT), text.pageAt(anchor).text());
            assertEquals(anchor, text.pageAt(anchor).anchor());
        }
        assertEquals(5L * PAGE, client.place(book).orElseThrow().anchor());
        ClientException e = assertThrows(ClientException.class, () -> client.set(book, Map.of("colour", "blue")));
        assertEquals("BAD_SETTING", e.code());
        assertEquals("A TXT has no setting \"colour\"; it has case", e.getMessage());
    }

    @Test
    void aSearchGoesThroughTheBookInPieces() throws Exception {
        String wanted = new String(TEXT, 17 * PAGE + 20, 12, StandardCharsets.US_ASCII);
        try (FlowingReading text = text()) {
            List<SearchHits.Hit> hits = new ArrayList<>();
            OptionalLong next = OptionalLong.of(0);
            while (next.isPresent()) {
                SearchHits found = text.find(wanted.toUpperCase(Locale.ROOT), next.getAsLong(), 1);
                hits.addAll(found.hits());
                next = found.next();
            }
            assertEquals(1, hits.size());
            assertEquals(17, hits.get(0).page());
            assertEquals(17L * PAGE, hits.get(0).anchor());
            assertEquals(OptionalLong.empty(), text.find(wanted, 18L * PAGE, 1).next());
            assertEquals(List.of(), text.find(wanted, 18L * PAGE, 1).hits());
        }
    }

    /**
     * Asks until that fails with the code: a file is not looked at for each of many quick requests, and one that comes
     * back is missed until the library was looked through.
     */
    private static void awaitFailure(String code, FlowingReading text, long anchor) {
        while (true) {
            try {
                text.pageAt(anchor);
            } catch (ClientException e) {
                if (e.is(code)) {
                    return;
                }
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
