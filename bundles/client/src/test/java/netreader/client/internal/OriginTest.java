package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import netreader.client.ClientException;
import netreader.client.ShelfBook;
import netreader.format.Delivery;
import org.junit.jupiter.api.Test;

class OriginTest {
    private static final ShelfBook ONE = book(1);
    private static final ShelfBook OTHER = book(2);

    private final Origin origin = new Origin(ONE, gone -> gone.equals(ONE) ? OTHER : ONE);

    private static ShelfBook book(long id) {
        return new ShelfBook(
                id,
                id + ".pdf",
                "",
                List.of(),
                "PDF",
                Delivery.FILE,
                3,
                "v1",
                1,
                Optional.of("a".repeat(64)),
                ShelfBook.Status.READY,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                false);
    }

    @Test
    void aServerThatSendsItsReadersToAndFroIsGivenUp() {
        ClientException e = assertThrows(ClientException.class, () -> {
            while (true) {
                origin.lost(origin.book(), 0);
            }
        });
        assertEquals("CHANGED", e.code());
    }

    @Test
    void aBookThatIsMovedAgainAndAgainIsFollowedWhileItComes() throws Exception {
        for (int here = 1; here <= 1001; here++) {
            origin.lost(origin.book(), here);
        }
        assertEquals(OTHER, origin.book());
    }

    @Test
    void whatWasLostBeforeTheLastMoveCostsNone() throws Exception {
        for (int request = 0; request < 100; request++) {
            origin.lost(ONE, 0);
        }
        assertEquals(OTHER, origin.book());
    }
}
