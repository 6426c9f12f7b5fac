package netreader.format.txt.chapters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import netreader.format.FormatException;
import netreader.format.txt.TestTexts;
import org.junit.jupiter.api.Test;

/** Which of the lines that look like headings are taken together. */
class HeadingChoiceTest {
    private static final String CHINESE = "\n　　他抬头望向远方的山峰，想起当年的事情。".repeat(12) + "\n";
    private static final String ENGLISH = "\n\nThe road went down to the sea, and nobody was on it.\n\n".repeat(12);

    private static List<String> titles(String text) throws FormatException {
        return TestTexts.titles(TestTexts.open(text.getBytes(StandardCharsets.UTF_8), "UTF-8", 4096));
    }

    @Test
    void eachVolumeMayHaveAnEpilogue() throws FormatException {
        List<String> headings = new ArrayList<>();
        for (String volume : List.of("一", "二", "三", "四", "五")) {
            headings.addAll(List.of("第" + volume + "卷 江湖", "第一章 甲", "第二章 乙", "第三章 丙", "尾声"));
        }
        assertEquals(headings, titles(String.join(CHINESE, headings) + CHINESE));
    }

    @Test
    void aWordThatComesMoreOftenThanVolumesIsText() throws FormatException {
        String chapters = String.join(CHINESE, "第一章 甲", "尾声", "第二章 乙", "尾声", "第三章 丙", "尾声", "第四章 丁", "尾声");
        assertEquals(List.of("第一章 甲", "第二章 乙", "第三章 丙", "第四章 丁"), titles(chapters + CHINESE));
    }

    @Test
    void aHeadingAgainBelowItselfCountsOnce() throws FormatException {
        StringBuilder text = new StringBuilder();
        for (int n = 1; n <= 4; n++) {
            text.append("Chapter ").append(n).append(": The Sea\n\nTranslator: Nobody\n\nChapter ");
            text.append(n).append(" - The Sea").append(ENGLISH);
            text.append("Chapter ").append(n + 10).append(": A\n\nChapter ").append(n + 10);
            text.append(": B").append(ENGLISH);
        }
        assertEquals(8, titles(text.toString()).size());
    }

    @Test
    void theLastLinesOfATableMayHaveOtherTitlesThanTheirChapters() throws FormatException {
        String table = "CHAPTER I. The Sea\nCHAPTER II. The Road\nCHAPTER III. The Dog\nCHAPTER IV. Home\n\n";
        List<String> headings =
                List.of("CHAPTER I. The Sea", "CHAPTER II. The Road", "CHAPTER III. The Dog", "CHAPTER IV. The End");
        assertEquals(headings, titles("CONTENTS\n\n" + table + String.join(ENGLISH, headings) + ENGLISH));
    }

    @Test
    void shortChaptersOfTwoVolumesAreNoTable() throws FormatException {
        List<String> headings = List.of("第一章 甲", "第二章 乙", "第三章 丙", "第一章 子", "第二章 丑", "第三章 寅");
        String poem = "\n　　春眠不觉晓。\n";
        assertEquals(headings, titles(String.join(poem, headings) + poem));
    }

    @Test
    void aLineOfTheTextThatCountsSomethingElseIsNone() throws FormatException {
        List<String> headings = List.of("第1章 甲", "第2章 乙", "第3章 丙", "第4章 丁");
        assertEquals(headings, titles(String.join(CHINESE + "第一回见到她\n", headings) + CHINESE + "第一回见到她\n"));
    }

    @Test
    void chaptersMayFollowLinesThatAreFull() throws FormatException {
        String full = "\n　　他抬头望向远方的山峰想起当年的事情他抬头望向远方的山峰想起当年的事情".repeat(12) + "\n";
        List<String> headings = List.of("一　甲", "二　乙", "三　丙", "四　丁", "五　戊", "六　己");
        assertEquals(headings, titles(String.join(full, headings) + full));
    }

    @Test
    void aFirstChapterWithASentenceForATitleIsFound() throws FormatException {
        List<String> headings = List.of("第一章 月色；夜雨", "第二章 她走了。", "第三章 丙", "第四章 丁");
        assertEquals(headings, titles(String.join(CHINESE, headings) + CHINESE));
    }

    @Test
    void theMarksOfAozoraAreNotShown() throws FormatException {
        String text = "［＃５字下げ］上　先生と私［＃「上　先生と私」は大見出し］" + CHINESE + "［＃７字下げ］一［＃「一」は中見出し］" + CHINESE + "第二章［＃「第二章」は中見出し］"
                + CHINESE + "［＃ここから２字下げ］［＃中見出し］三［＃中見出し終わり］" + CHINESE;
        assertEquals(List.of("上 先生と私", "一", "第二章", "三"), titles(text));
    }

    @Test
    void daysAndNightsInABookWithChaptersAreText() throws FormatException {
        List<String> headings = List.of("第一章 甲", "第二章 乙", "第三章 丙", "第四章 丁");
        assertEquals(headings, titles(String.join(CHINESE + "第一夜 雪\n" + CHINESE, headings) + CHINESE));
    }
}
