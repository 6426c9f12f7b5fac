package netreader.format.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import netreader.format.Query;
import netreader.format.TextRun;
import netreader.format.Work;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final String MAP = """
            begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange
            1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap""";

    /** A page of 100 × 100 points; the codes of its text are the characters themselves, each half as wide as high. */
    private static byte[] page(String encoding, String content) {
        return RawPdf.pages(
                "/Contents 6 0 R/Resources<</Font<</F 7 0 R>>>>",
                RawPdf.stream("", "BT /F 10 Tf " + content + " ET"),
                "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/" + encoding
                        + "/ToUnicode 9 0 R/DescendantFonts[8 0 R]>>",
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW 500/CIDSystemInfo<</Registry(Adobe)"
                        + "/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/X/Flags 4>>>>",
                RawPdf.stream("", MAP));
    }

    private static String show(double x, double y, String text) {
        return String.format("1 0 0 1 %s %s Tm <%s> Tj ", x, y, hex(text));
    }

    private static String hex(String text) {
        return text.chars().mapToObj(c -> String.format("%04x", c)).collect(Collectors.joining());
    }

    private static List<String> words(List<TextRun> runs) {
        return runs.stream().map(TextRun::text).toList();
    }

    @Test
    void wordsHaveTheirOwnBoxesAndTheSpaceBehindThem() throws Exception {
        try (PdfBook book = TestPdf.open(page("Identity-H", show(10, 50, "one two") + show(10, 30, "three")))) {
            List<TextRun> runs = book.textRuns(0);
            assertEquals(List.of("one ", "two", "three"), words(runs));
            assertEquals(
                    List.of(false, true, true),
                    runs.stream().map(TextRun::endsLine).toList());
            assertEquals(15, runs.get(0).bounds().getWidth(), 0.1);
            assertEquals(30, runs.get(1).bounds().getX(), 0.1);
            assertEquals("one two\nthree\n", book.pageText(0));
        }
    }

    @Test
    void chineseCharactersStandAlone() throws Exception {
        try (PdfBook book = TestPdf.open(page("Identity-H", show(10, 50, "学而，read 书")))) {
            List<TextRun> runs = book.textRuns(0);
            assertEquals(List.of("学", "而", "，", "read ", "书"), words(runs));
            assertEquals(15, runs.get(1).bounds().getX(), 0.1);
            assertEquals("学而，read 书\n", book.pageText(0));
        }
    }

    @Test
    void ligaturesAreTheirLetters() throws Exception {
        try (PdfBook book = TestPdf.open(page("Identity-H", show(10, 50, "o\uFB03ce \uFB01n\u00ADal")))) {
            assertEquals("office final\n", book.pageText(0));
            assertEquals(
                    1,
                    book.find(new Query("OFFICE fi"), 0, 9, Work.UNCANCELLED)
                            .hits()
                            .size());
        }
    }

    @Test
    void hebrewIsReadFromTheRight() throws Exception {
        // "שלום עולם (12)" as it is seen from the left.
        String seen = "(12) םלוע םולש";
        try (PdfBook book = TestPdf.open(page("Identity-H", show(10, 50, seen)))) {
            assertEquals("שלום עולם (12)\n", book.pageText(0));
            List<TextRun> runs = book.textRuns(0);
            assertEquals("שלום ", runs.get(0).text());
            assertEquals(60, runs.get(0).bounds().getX(), 0.1);
            assertEquals(35, runs.get(1).bounds().getX(), 0.1);
            assertTrue(runs.get(runs.size() - 1).endsLine());
        }
    }

    @Test
    void hebrewThatIsPaintedFromTheRightReadsTheSame() throws Exception {
        StringBuilder content = new StringBuilder();
        double x = 80;
        for (char c : "שלום עולם".toCharArray()) {
            content.append(show(x, 50, String.valueOf(c)));
            x -= 5;
        }
        try (PdfBook book = TestPdf.open(page("Identity-H", content.toString()))) {
            assertEquals("שלום עולם", book.pageText(0).strip());
        }
    }

    @Test
    void arabicLettersLoseTheFormTheyAreSeenIn() throws Exception {
        // Seen from the left: meem at the end, alef and lam as one glyph, seen at the beginning.
        try (PdfBook book = TestPdf.open(page("Identity-H", show(10, 50, "\uFEE1\uFEFC\uFEB3")))) {
            assertEquals("سلام\n", book.pageText(0));
        }
    }

    @Test
    void columnsOfVerticalTextAreLines() throws Exception {
        try (PdfBook book = TestPdf.open(page("Identity-V", show(80, 90, "春眠暁") + show(60, 90, "処処")))) {
            assertEquals("春眠暁\n処処\n", book.pageText(0));
            List<TextRun> runs = book.textRuns(0);
            Rectangle2D first = runs.get(0).bounds();
            assertTrue(first.getMaxY() <= runs.get(1).bounds().getMaxY() - 9, runs.toString());
            assertTrue(runs.get(3).bounds().getMaxX() < first.getX(), runs.toString());
        }
    }

    @Test
    void columnsAreReadOneAfterTheOther() throws Exception {
        String content =
                show(5, 80, "left a") + show(5, 60, "left b") + show(60, 80, "right a") + show(60, 60, "right b");
        try (PdfBook book = TestPdf.open(page("Identity-H", content))) {
            assertEquals("left a\nleft b\nright a\nright b\n", book.pageText(0));
        }
    }
}
