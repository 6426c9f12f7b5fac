package netreader.format.txt.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.Hits;
import netreader.format.Query;
import netreader.format.Work;
import netreader.format.txt.TestTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSearchTest {
    private static FlowingBook book(String text, String charset) throws FormatException {
        return TestTexts.open(text.getBytes(Charset.forName(charset)), charset, 256);
    }

    private static List<Hits.Hit> all(FlowingBook book, String query) throws FormatException {
        return book.find(new Query(query), 0, 1000, Work.UNCANCELLED).hits();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTF-8",
                "GB18030",
                "GBK",
                "Big5-HKSCS",
                "windows-31j",
                "EUC-JP",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-32LE"
            })
    void everyPlaceIsFoundWithItsOffset(String charset) throws FormatException {
        String text = "天地人。山水大小人天地\r\n".repeat(300);
        FlowingBook book = book(text, charset);
        List<Hits.Hit> hits = all(book, "小人");
        assertEquals(300, hits.size());
        for (int i = 0; i < hits.size(); i++) {
            String before = text.substring(0, text.indexOf("小人") + i * (text.length() / 300));
            assertEquals(
                    before.getBytes(Charset.forName(charset)).length,
                    hits.get(i).anchor());
            assertTrue(book.pageText(book.pageAt(hits.get(i).anchor())).contains("小"));
        }
        assertTrue(hits.get(7).text().contains("山水大小人天地 天地人"), hits.get(7).text());
    }

    @ParameterizedTest
    @CsvSource({
        "Darcy, Mr. DARCY bowed",
        "darcy, Ｄａｒｃｙ",
        "ＤＡＲＣＹ, darcy",
        "ガラス, ｶﾞﾗｽの",
        "ｶﾞﾗｽ, ガラスの",
        "café, cafe\u0301 noir",
        "cafe\u0301, CAFÉ",
        "ΣΊΣΥΦΟΣ, σίσυφος",
        "100%, １００％"
    })
    void caseWidthCompositionAndLineEndsDoNotMatter(String query, String text) throws FormatException {
        assertEquals(1, all(book("… " + text + " …", "UTF-8"), query).size());
    }

    @Test
    void aSpaceIsAnyWhiteSpaceAlsoTheEndOfALine() throws FormatException {
        FlowingBook book = book("a truth\r\n  universally acknowledged, a truth\u3000universally", "UTF-8");
        assertEquals(2, all(book, "truth universally").size());
    }

    /** The trail byte of one pair and the lead byte of the next may look like a third one. */
    @Test
    void halvesOfTwoCharactersAreNoHit() throws FormatException {
        Charset gbk = Charset.forName("GBK");
        byte[] bytes = "啊".repeat(50).getBytes(gbk);
        String between = new String(new byte[] {bytes[1], bytes[2]}, gbk);
        assertEquals(1, between.length());
        assertEquals(0, all(TestTexts.open(bytes, "GBK", 256), between).size());
        assertEquals(25, all(TestTexts.open(bytes, "GBK", 256), "啊啊").size());
    }

    @Test
    void whatTheCharsetCannotWriteIsNotThere() throws FormatException {
        assertEquals(List.of(), all(book("nothing here", "windows-1252"), "山水"));
    }

    @Test
    void aSearchGoesOnWhereItStopped() throws FormatException {
        String text = IntStream.range(0, 40_000)
                .mapToObj(i -> i % 100 == 7 ? "seven " : "word ")
                .collect(Collectors.joining());
        FlowingBook book = book(text, "windows-1252");
        List<Hits.Hit> expected = all(book, "seven");
        assertEquals(400, expected.size());
        List<Hits.Hit> found = new ArrayList<>();
        long from = 0;
        while (from >= 0) {
            Hits hits = book.find(new Query("seven"), from, 7, Work.UNCANCELLED);
            assertTrue(hits.hits().size() <= 7);
            found.addAll(hits.hits());
            from = hits.next().orElse(-1);
        }
        assertEquals(expected, found);
    }

    @Test
    void aSearchStopsWhenNobodyWaits() throws FormatException {
        FlowingBook book = book("x".repeat(3_000_000) + "needle", "windows-1252");
        AtomicInteger asked = new AtomicInteger();
        Work impatient = () -> asked.incrementAndGet() > 2;
        Hits hits = book.find(new Query("needle"), 0, 10, impatient);
        assertEquals(List.of(), hits.hits());
        long next = hits.next().orElseThrow();
        assertTrue(next > 0 && next < 3_000_000, "stopped at " + next);
        assertEquals(
                1,
                book.find(new Query("needle"), next, 10, Work.UNCANCELLED)
                        .hits()
                        .size());
    }

    @Test
    void shiftedTextIsSearchedPageByPage() throws FormatException {
        assertEquals(3, all(book("これは日本語です。\n".repeat(3), "ISO-2022-JP"), "日本語").size());
    }
}
