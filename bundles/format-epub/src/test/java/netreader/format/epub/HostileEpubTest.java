package netreader.format.epub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books that were made to do harm. */
class HostileEpubTest {
    @TempDir
    Path cache;

    /** A few bytes of style that place a box where a million pages would have to be. */
    @Test
    void aBoxThatIsPlacedAMillionPagesDownLosesItsPlace() throws Exception {
        String body = "<div style='position:absolute;top:2000000000px'>Far</div><p>Near</p>";
        try (EpubBook book = new TestEpub().chapter("a.xhtml", body).open(cache)) {
            assertTrue(book.pageCount() < 5, book.pageCount() + " pages");
            assertTrue(book.pageText(0).contains("Near"));
            assertTrue(book.pageText(0).contains("Far"));
        }
    }

    @Test
    void aFileThatTheSpineNamesWithoutEndIsReadSomeTimes() throws Exception {
        TestEpub epub = new TestEpub();
        for (int i = 0; i < 50; i++) {
            epub.chapter("a.xhtml", "<p>Again</p>");
        }
        try (EpubBook book = epub.open(cache)) {
            assertEquals(10, book.pageCount());
        }
    }

    @Test
    void tensOfThousandsOfTitlesAreNotAllLookedInto() throws Exception {
        StringBuilder titles = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            titles.append("<dc:title id='t").append(i).append("'>T").append(i).append("</dc:title>");
        }
        TestEpub epub = new TestEpub().metadata(titles.toString()).chapter("a.xhtml", "<p>Text</p>");
        assertTimeout(Duration.ofMinutes(1), () -> {
            try (EpubBook book = epub.open(cache)) {
                assertTrue(book.metadata().title().orElseThrow().startsWith("T"));
            }
        });
    }

    /** For each line the layout tried all that was left of the word. */
    @Test
    void aWordOfHalfAMegabyteIsReadInLines() throws Exception {
        TestEpub epub = new TestEpub().chapter("a.xhtml", "<p>" + "a".repeat(500_000) + "</p>");
        assertTimeout(Duration.ofMinutes(2), () -> {
            try (EpubBook book = epub.open(cache)) {
                assertTrue(book.pageCount() > 100, book.pageCount() + " pages");
            }
        });
    }

    @Test
    void aStyleSheetOfManyMegabytesIsPassedOver() throws Exception {
        String head = "<style>" + "p{color:red}\n".repeat(1_000_000) + "</style>";
        TestEpub epub = new TestEpub().chapter("a.xhtml", "", head, "<p>Text</p>");
        assertTimeout(Duration.ofMinutes(1), () -> {
            try (EpubBook book = epub.open(cache)) {
                assertEquals("Text", book.pageText(0).strip());
            }
        });
    }
}
