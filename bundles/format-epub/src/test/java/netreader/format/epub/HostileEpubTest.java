package netreader.format.epub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import netreader.format.Work;
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

    /** Each was cut out of a paragraph that was counted through again. */
    @Test
    void rubyOnTenThousandCharactersIsRead() throws Exception {
        String ruby = "<p><ruby>" + "\u6f22<rt>\u304b\u3093</rt>".repeat(10_000) + "</ruby></p>";
        assertReadInTime(new TestEpub().chapter("a.xhtml", ruby), "\u6f22\u6f22\u6f22");
    }

    @Test
    void aParagraphOfTensOfThousandsOfLinksIsReadToItsEnd() throws Exception {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            links.append("<a id='i").append(i).append("' href='#i7'>x</a> ");
        }
        try (EpubBook book =
                new TestEpub().chapter("a.xhtml", links + "<p>End</p>").open(cache)) {
            assertTrue(book.pageCount() > 10, book.pageCount() + " pages");
            assertTrue(book.pageText(book.pageCount() - 1).contains("End"));
        }
    }

    @Test
    void aMegabyteOfArabicWithoutASpaceIsReadInLines() throws Exception {
        assertReadInTime(
                new TestEpub().chapter("a.xhtml", "<p>" + "\u0645\u0631\u062d\u0628\u0627".repeat(50_000) + "</p>"),
                "\u0645\u0631\u062d\u0628\u0627");
    }

    @Test
    void marksBeyondWhatAnyScriptPilesUpAreLeftOut() throws Exception {
        assertReadInTime(
                new TestEpub().chapter("a.xhtml", "<p>a" + "\u0301".repeat(100_000) + " Text</p>"), "\u0301 Text");
    }

    @Test
    void cellsThatAreWideAndLongDoNotPushEachOtherAside() throws Exception {
        String rows = "<tr><td colspan='1000000' rowspan='1000000'>Cell</td></tr>".repeat(300);
        assertReadInTime(new TestEpub().chapter("a.xhtml", "<table>" + rows + "</table>"), "Cell");
    }

    @Test
    void aStyleThatWritesMegabytesIsLaidOut() throws Exception {
        String head = "<style>*:before{content:'" + "x".repeat(50_000) + "'}</style>";
        assertReadInTime(new TestEpub().chapter("a.xhtml", "", head, "<p>Text</p><p>More</p>"), "More");
    }

    @Test
    void aDrawingThatIsTooMuchLeavesTheTextAroundIt() throws Exception {
        String filter = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1000 1000'>"
                + "<filter id='f' x='-1000' y='-1000' width='9999' height='9999'>"
                + "<feGaussianBlur stdDeviation='100000'/></filter>"
                + "<rect width='1000' height='1000' filter='url(#f)'/></svg>";
        String dashes = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1000 1000'>"
                + "<path stroke='red' stroke-dasharray='0.00001' d='M0 0 L1000 1000'/></svg>";
        TestEpub epub = new TestEpub().chapter("a.xhtml", filter + dashes + "<p>Text</p>");
        assertTimeout(Duration.ofMinutes(1), () -> {
            try (EpubBook book = epub.open(cache)) {
                for (int page = 0; page < book.pageCount(); page++) {
                    book.render(
                            page,
                            0.5,
                            new Rectangle(200, 290),
                            new BufferedImage(200, 290, BufferedImage.TYPE_INT_RGB),
                            Work.UNCANCELLED);
                }
                assertTrue(book.pageText(book.pageCount() - 1).contains("Text"));
            }
        });
    }

    private void assertReadInTime(TestEpub epub, String text) {
        assertTimeout(Duration.ofMinutes(2), () -> {
            try (EpubBook book = epub.open(cache)) {
                StringBuilder all = new StringBuilder();
                for (int page = 0; page < book.pageCount(); page++) {
                    all.append(book.pageText(page));
                }
                assertTrue(all.indexOf(text) >= 0, book.pageCount() + " pages");
            }
        });
    }
}
