package netreader.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import netreader.client.ClientException;
import netreader.client.FlowingReading;
import netreader.client.OpenRequest;
import netreader.client.Place;
import netreader.client.ShelfBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LocalFilesTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(folder.resolve("A tale.txt"), "some text of a tale ".repeat(20));
    }

    @Test
    void theSameContentsAreTheSameBookWhereverTheyLie() throws Exception {
        LocalFiles files = files(new ForgetfulStore());
        ShelfBook book = files.book(file);
        files.remember(book, new Place(5, 0.5));
        Path moved = Files.move(file, folder.resolve("Moved.txt"));
        ShelfBook again = files.book(moved);
        assertEquals(book.id(), again.id());
        assertTrue(again.local());
        assertEquals("Moved", again.title());
        assertEquals(Optional.of(new Place(5, 0.5)), files.place(again));
    }

    @Test
    void theSameContentsInAnotherFormatAreAnotherBook() throws Exception {
        LocalFiles files = files(new ForgetfulStore());
        Path other = Files.copy(file, folder.resolve("A tale.pdf"));
        ShelfBook text = files.book(file);
        files.remember(text, new Place(5, 0.5));
        ShelfBook painted = files.book(other);
        assertNotEquals(text.id(), painted.id());
        assertEquals(Optional.empty(), files.place(painted));
    }

    @Test
    void aFileThatWasEditedKeepsItsPlace() throws Exception {
        LocalFiles files = files(new ForgetfulStore());
        ShelfBook book = files.book(file);
        files.remember(book, new Place(5, 0.5));
        Files.writeString(file, "another text ".repeat(20));
        ShelfBook edited = files.book(file);
        assertNotEquals(book.id(), edited.id());
        assertEquals(Optional.of(new Place(5, 0.5)), files.place(edited));
    }

    @Test
    void placesAreRememberedFromOneRunToTheNext() throws Exception {
        ShelfBook book;
        try (SqliteStore store = new SqliteStore(folder.resolve("reader.db"))) {
            LocalFiles files = files(store);
            book = files.book(file);
            files.remember(book, new Place(5, 0.5));
        }
        try (SqliteStore store = new SqliteStore(folder.resolve("reader.db"))) {
            LocalFiles files = files(store);
            CountDownLatch known = new CountDownLatch(1);
            files.recall(known::countDown);
            assertTrue(known.await(30, TimeUnit.SECONDS));
            assertEquals(Optional.of(book), files.book(book.id()));
            assertEquals(Optional.of(new Place(5, 0.5)), files.place(book));
        }
    }

    @Test
    void aTextIsPagedHere() throws Exception {
        LocalFiles files = files(new ForgetfulStore());
        try (var reading = files.open(files.book(file), OpenRequest.DEFAULT, folder)) {
            FlowingReading text = (FlowingReading) reading;
            assertTrue(text.pageCount() > 0);
            assertEquals(0, text.pageAt(0).page());
            assertEquals(text.page(1), text.pageAt(100));
            assertTrue(text.contents().complete());
        }
    }

    @Test
    void aFileThatNothingReadsAndOneThatIsNotThereAreSaid() throws Exception {
        LocalFiles files = files(new ForgetfulStore());
        Path other = Files.writeString(folder.resolve("a.xyz"), "x");
        assertEquals(
                ClientException.FORMAT_UNAVAILABLE,
                assertThrows(ClientException.class, () -> files.book(other)).code());
        assertEquals(
                ClientException.LOCAL_IO,
                assertThrows(ClientException.class, () -> files.book(folder.resolve("none.txt")))
                        .code());
    }

    private static LocalFiles files(ReaderStore store) {
        return new LocalFiles(new PagedFormats(), store, Clock.systemUTC());
    }
}
