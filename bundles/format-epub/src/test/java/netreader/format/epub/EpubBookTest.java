package netreader.format.epub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import netreader.format.Hits;
import netreader.format.Link;
import netreader.format.Outline;
import netreader.format.PageSize;
import netreader.format.Query;
import netreader.format.ReadingDirection;
import netreader.format.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books in pages: places, text, links, pictures. */
class EpubBookTest {
    @TempDir
    Path cache;

    private static final String NAV = """
            <html xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol>
            <li><a href="one.xhtml">One</a><ol><li><a href="one.xhtml#p60">Sixty</a></li></ol></li>
            <li><span>Heading</span><ol><li><a href="two.xhtml#p5">Two</a></li></ol></li></ol></nav></body></html>
            """;

    private static TestEpub twoChapters() {
        return new TestEpub()
                .item("nav.xhtml", "application/xhtml+xml", "id='nav' properties='nav'", NAV)
                .chapter("one.xhtml", TestEpub.paragraphs(100))
                .chapter(
                        "two.xhtml",
                        "<p><a href='one.xhtml#p60'>back</a> and <a href='https://example.org/'>out</a></p>"
                                + TestEpub.paragraphs(30));
    }

    @Test
    void anchorsGrowWithPagesAndLeadBackToThem() throws Exception {
        try (EpubBook book = twoChapters().open(cache)) {
            assertTrue(book.pageCount() > 5, () -> book.pageCount() + " pages");
            assertEquals(0, book.anchorOf(0));
            for (int page = 0; page < book.pageCount(); page++) {
                assertEquals(page, book.pageAt(book.anchorOf(page)));
                assertTrue(page == 0 || book.anchorOf(page) > book.anchorOf(page - 1));
            }
            assertEquals(0, book.pageAt(-1));
            assertEquals(book.pageCount() - 1, book.pageAt(Long.MAX_VALUE));
        }
    }

    @Test
    void anAnchorLeadsToTheSameTextInAnotherTextSize() throws Exception {
        byte[] bytes = twoChapters().bytes();
        try (EpubBook small = TestEpub.open(bytes, cache, Map.of("textSize", "80%"));
                EpubBook large = TestEpub.open(bytes, cache, Map.of("textSize", "200%", "page", "phone"))) {
            assertTrue(large.pageCount() > 3 * small.pageCount());
            for (int page = 0; page < small.pageCount(); page++) {
                String first = small.textRuns(page).get(0).text();
                int there = large.pageAt(small.anchorOf(page));
                assertTrue(large.pageText(there).contains(first), first + " on " + large.pageText(there));
            }
        }
    }

    @Test
    void allTextStandsOnThePagesOnceAndInOrder() throws Exception {
        try (EpubBook book = twoChapters().open(cache)) {
            List<String> numbers = new ArrayList<>();
            for (int page = 0; page < book.pageCount(); page++) {
                for (String word : book.pageText(page).split("\\s+", -1)) {
                    if (word.startsWith("number")) {
                        numbers.add(word);
                    }
                }
            }
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 130; i++) {
                expected.add("number" + i % 100);
            }
            assertEquals(expected, numbers);
        }
    }

    @Test
    void theOutlineNestsAndLeadsToPlacesWithinChapters() throws Exception {
        try (EpubBook book = twoChapters().open(cache)) {
            List<Outline.Entry> entries = book.outline(Work.UNCANCELLED).entries();
            assertEquals(
                    List.of("One 0", "Sixty 1", "Two 0"),
                    entries.stream()
                            .map(each -> each.title() + " " + each.level())
                            .toList());
            assertTrue(book.pageText(book.pageAt(entries.get(1).anchor())).contains("number60 "));
            assertTrue(book.pageText(book.pageAt(entries.get(2).anchor())).contains("number5 "));
        }
    }

    @Test
    void linksLeadIntoTheBookAndOutOfIt() throws Exception {
        try (EpubBook book = twoChapters().open(cache)) {
            int page = book.pageAt(PageTable.anchor(1, 0));
            List<Link> links = book.links(page);
            assertEquals(2, links.size());
            long anchor = ((Link.ToAnchor) links.get(0).target()).anchor();
            assertTrue(book.pageText(book.pageAt(anchor)).contains("number60 "));
            assertEquals(new Link.ToUri("https://example.org/"), links.get(1).target());
        }
    }

    @Test
    void aSearchFindsWhereTheTextIsAndGoesOnFromThere() throws Exception {
        try (EpubBook book = twoChapters().open(cache)) {
            Query query = new Query("NUMBER7 of");
            Hits first = book.find(query, 0, 1, Work.UNCANCELLED);
            assertEquals(1, first.hits().size());
            assertTrue(book.pageText(book.pageAt(first.hits().get(0).anchor())).contains("number7 "));
            Hits rest = book.find(query, first.next().orElseThrow(), 10, Work.UNCANCELLED);
            assertEquals(1, rest.hits().size());
            assertEquals(OptionalLong.empty(), rest.next());
            assertEquals(1, PageTable.chapterOf(rest.hits().get(0).anchor()));
            assertEquals(
                    List.of(),
                    book.find(query, rest.hits().get(0).anchor() + 1, 10, Work.UNCANCELLED)
                            .hits());
        }
    }

    @Test
    void aClipIsTheSameAsThatPartOfTheWholePage() throws Exception {
        try (EpubBook book = twoChapters().open(cache)) {
            BufferedImage whole = new BufferedImage(840, 1190, BufferedImage.TYPE_INT_RGB);
            book.render(1, 2, new Rectangle(840, 1190), whole, Work.UNCANCELLED);
            BufferedImage part = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
            book.render(1, 2, new Rectangle(100, 150, 300, 200), part, Work.UNCANCELLED);
            boolean ink = false;
            for (int y = 0; y < 200; y++) {
                for (int x = 0; x < 300; x++) {
                    assertEquals(whole.getRGB(100 + x, 150 + y), part.getRGB(x, y));
                    ink |= part.getRGB(x, y) != Color.WHITE.getRGB();
                }
            }
            assertTrue(ink);
        }
    }

    @Test
    void runsLieWhereTheirTextIsPainted() throws Exception {
        try (EpubBook book = new TestEpub().chapter("a.xhtml", "<p>word</p>").open(cache)) {
            BufferedImage page = new BufferedImage(420, 595, BufferedImage.TYPE_INT_RGB);
            book.render(0, 1, new Rectangle(420, 595), page, Work.UNCANCELLED);
            Rectangle run = book.textRuns(0).get(0).bounds().getBounds();
            run.grow(2, 2);
            boolean inside = false;
            for (int y = 0; y < 595; y++) {
                for (int x = 0; x < 420; x++) {
                    boolean ink = page.getRGB(x, y) != Color.WHITE.getRGB();
                    inside |= ink;
                    assertTrue(!ink || run.contains(x, y), "ink at " + x + ", " + y + " outside of " + run);
                }
            }
            assertTrue(inside);
        }
    }

    @Test
    void aFixedPageHasTheSizeOfItsViewport() throws Exception {
        TestEpub epub = new TestEpub()
                .chapter(
                        "page.xhtml",
                        "rendition:layout-pre-paginated",
                        "<meta name='viewport' content='width=800, height=400'/>",
                        "<p style='position: absolute; left: 400px; top: 200px'>Here</p>")
                .chapter("text.xhtml", "<p>Text</p>");
        try (EpubBook book = epub.open(cache)) {
            assertEquals(2, book.pageCount());
            assertEquals(new PageSize(600, 300), book.pageSize(0));
            assertEquals(new PageSize(420, 595), book.pageSize(1));
            assertTrue(Math.abs(book.textRuns(0).get(0).bounds().getX() - 300) < 2);
        }
    }

    @Test
    void picturesArePaintedAndNeverLargerThanAPage() throws Exception {
        TestEpub epub = new TestEpub()
                .chapter("a.xhtml", "<p><img src='big%20one.PNG' alt=''/></p>")
                .item("Big one.png", "image/png", "id='p'", TestEpub.png(3000, 3000, Color.RED));
        try (EpubBook book = epub.open(cache)) {
            assertEquals(1, book.pageCount());
            BufferedImage page = new BufferedImage(420, 595, BufferedImage.TYPE_INT_RGB);
            book.render(0, 1, new Rectangle(420, 595), page, Work.UNCANCELLED);
            assertEquals(Color.RED.getRGB(), page.getRGB(200, 200));
            assertEquals(Color.WHITE.getRGB(), page.getRGB(10, 200));
            assertEquals(Color.WHITE.getRGB(), page.getRGB(410, 200));
        }
    }

    @Test
    void aDrawingWithAPictureInItIsPainted() throws Exception {
        TestEpub epub = new TestEpub()
                .chapter(
                        "cover.xhtml",
                        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100%'"
                                + " height='100%' viewBox='0 0 300 400'>"
                                + "<image width='300' height='400' xlink:href='c.png'/></svg>")
                .item("c.png", "image/png", "id='p'", TestEpub.png(300, 400, Color.BLUE));
        try (EpubBook book = epub.open(cache)) {
            BufferedImage page = new BufferedImage(420, 595, BufferedImage.TYPE_INT_RGB);
            book.render(0, 1, new Rectangle(420, 595), page, Work.UNCANCELLED);
            assertEquals(Color.BLUE.getRGB(), page.getRGB(200, 200));
        }
    }

    @Test
    void rubyStandsAboveItsTextAndIsNoPartOfIt() throws Exception {
        try (EpubBook book = new TestEpub()
                .chapter("a.xhtml", "<p>x<ruby>base<rp>(</rp><rt>above</rt><rp>)</rp></ruby>y</p>")
                .open(cache)) {
            assertEquals("xbasey", book.pageText(0).strip());
            assertEquals(
                    1,
                    book.find(new Query("xbasey"), 0, 10, Work.UNCANCELLED)
                            .hits()
                            .size());
        }
    }

    @Test
    void pagesGoToTheLeftWhereTheBookSaysSo() throws Exception {
        TestEpub arabic = new TestEpub()
                .metadata("<dc:language>ar</dc:language>")
                .spine("page-progression-direction='rtl'")
                .chapter("a.xhtml", "<p dir='rtl'>مرحبا بالعالم</p>");
        try (EpubBook book = arabic.open(cache)) {
            assertEquals(ReadingDirection.RIGHT_TO_LEFT, book.direction());
            assertEquals("مرحبا بالعالم", book.pageText(0).strip());
            double first = book.textRuns(0).get(0).bounds().getX();
            assertTrue(first > book.textRuns(0).get(1).bounds().getX(), "words go to the left");
        }
        try (EpubBook book = new TestEpub().chapter("a.xhtml", "<p>a</p>").open(cache)) {
            assertEquals(ReadingDirection.LEFT_TO_RIGHT, book.direction());
        }
    }

    @Test
    void theCoverIsThePictureThatTheBookNames() throws Exception {
        TestEpub epub = new TestEpub()
                .chapter("a.xhtml", "<p>Text</p>")
                .item("c.png", "image/png", "id='c' properties='cover-image'", TestEpub.png(300, 600, Color.GREEN));
        try (EpubBook book = epub.open(cache)) {
            BufferedImage cover = book.cover(200, Work.UNCANCELLED).orElseThrow();
            assertEquals(200, cover.getHeight());
            assertEquals(Color.GREEN.getRGB(), cover.getRGB(50, 100));
        }
        try (EpubBook book = new TestEpub().chapter("a.xhtml", "<p>Text</p>").open(cache)) {
            assertFalse(book.cover(200, Work.UNCANCELLED).isEmpty());
        }
    }

    @Test
    void aPictureWithinItsReferenceIsShown() throws Exception {
        String picture =
                "data:image/png;base64," + Base64.getEncoder().encodeToString(TestEpub.png(100, 80, Color.RED));
        try (EpubBook book = new TestEpub()
                .chapter("a.xhtml", "<div style='margin: 0'><img src='" + picture + "'/></div>")
                .open(cache)) {
            BufferedImage page = new BufferedImage(420, 595, BufferedImage.TYPE_INT_RGB);
            book.render(0, 1, new Rectangle(420, 595), page, Work.UNCANCELLED);
            assertEquals(Color.RED.getRGB(), page.getRGB(60, 60));
        }
    }
}
