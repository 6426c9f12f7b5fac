package netreader.format.txt.chapters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import netreader.format.FormatException;
import netreader.format.Outline;
import netreader.format.Work;
import netreader.format.txt.TestTexts;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Novels made up in many styles, with lines in their paragraphs that look like headings and are none. */
class HeadingStylesTest {
    private static final String NUMERALS = "零一二三四五六七八九";
    private static final List<String> TRAPS = List.of(
            "　　第二天一早，他便起身赶路。",
            "　　第三回合开始了！",
            "　　“第一章写得怎么样？”",
            "　　第一节课上完了，大家都散了。",
            "　　第三部分的内容很难。",
            "　　第十章里说过的那件事，谁也没有再提。",
            "　　卷三千里的风沙。",
            "　　第二，不许回头。",
            "　　（第5章完）");

    private static final List<String> ENGLISH_TRAPS = List.of(
            "Then he turned to the last page of the old book and began to read from\n"
                    + "Chapter 3 of it, which told of the sea, and of those who had gone there\nbefore him in the dark.",
            "See Chapter IV. And so they went on, all of them, until the night had come\nand the road was gone.");

    private static final List<String> WORDS =
            List.of("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve");

    private final Random random = new Random(4);

    private static String chinese(int n) {
        String ones = n % 10 == 0 ? "" : NUMERALS.substring(n % 10, n % 10 + 1);
        return n < 10 ? ones : (n < 20 ? "" : NUMERALS.charAt(n / 10)) + "十" + ones;
    }

    private static String roman(int n) {
        return "X".repeat(n / 10)
                + List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
                        .get(n % 10);
    }

    private static Named<IntFunction<String>> style(String name, IntFunction<String> style) {
        return Named.of(name, style);
    }

    static Stream<Named<IntFunction<String>>> chineseStyles() {
        return Stream.of(
                style("第1章 x", n -> "第" + n + "章 少年"),
                style("第一章x", n -> "第" + chinese(n) + "章少年出山" + n),
                style("正文 第一章", n -> "正文 第" + chinese(n) + "章 风起！"),
                style("【第001章】", n -> String.format("【第%03d章】夜雨", n)),
                style("☆、第1章", n -> "☆、第" + n + "章 月色"),
                style("第一卷 第一章", n -> "第一卷 初入江湖 第" + chinese(n) + "章 出山"),
                style("第一回", n -> "第" + chinese(n) + "回　寻故人深山遇雪　逢旧敌古寺听钟"),
                style("第1话", n -> "第" + n + "话 雨"),
                style("第一节", n -> "第" + chinese(n) + "节 雨"),
                style("1、x", n -> n + "、月色"),
                style("001 x", n -> String.format("%03d 月色", n)),
                style("一、x", n -> chinese(n) + "、月色"),
                style("（一）", n -> "（" + chinese(n) + "）"),
                style("第1章 ……。", n -> "第" + n + "章 月色" + (n % 5 == 3 ? "。" : "")),
                style("第1章 …；…", n -> "第" + n + "章 月色" + (n % 5 < 2 ? "；夜雨" : "")),
                style("第一章（上）", n -> "第" + chinese(n / 2 + 1) + "章" + (n % 2 == 0 ? "（上）" : "（下）")),
                style("☆、1x", n -> "☆、" + n + "月色"),
                style("☆、一", n -> "☆、" + chinese(n)),
                style("EP01 x", n -> String.format("EP%02d 月色", n)),
                style("第一夜 x", n -> "第" + chinese(n) + "夜 月色"),
                style("Vol.1 x", n -> "Vol." + n + " 月色"),
                style("Chapter1 x", n -> "Chapter" + n + " 月色"),
                style("Chapter.01 x", n -> String.format("Chapter.%02d 月色", n)),
                style("CHAPTER 1｜x", n -> "CHAPTER " + n + "｜月色"),
                style("Chapter 1", n -> "Chapter " + n + " 月色"));
    }

    @ParameterizedTest
    @MethodSource("chineseStyles")
    void chineseNovels(IntFunction<String> style) throws FormatException {
        List<String> headings = new ArrayList<>();
        StringBuilder text = new StringBuilder("某某的书\n\n");
        for (int n = 1; n <= 40; n++) {
            headings.add(style.apply(n));
            text.append(style.apply(n)).append('\n');
            for (int i = 0; i < 8; i++) {
                text.append("　　").append("他抬头望向远方的山峰，想起当年的事情。".repeat(1 + random.nextInt(5)));
                text.append('\n');
            }
            text.append(TRAPS.get(n % TRAPS.size())).append("\n　　她笑了。\n");
        }
        assertEquals(headings, titles(text.toString()));
    }

    static Stream<Named<IntFunction<String>>> otherStyles() {
        return Stream.of(
                style("CHAPTER I.", n -> "CHAPTER " + roman(n) + "."),
                style("Chapter One", n -> "Chapter " + WORDS.get(n - 1)),
                style("Chapter 1: x", n -> "Chapter " + n + ": The Sea"),
                style("I. X", n -> roman(n) + ". THE SEA"),
                style("I", n -> roman(n)),
                style("1", n -> "" + n),
                style("Chapitre premier", n -> "CHAPITRE " + (n == 1 ? "PREMIER" : roman(n))),
                style("1. Kapitel", n -> n + ". Kapitel"),
                style("Capítulo I. De lo que", n -> "Capítulo " + roman(n) + ". De lo que le sucedió a don Quijote"),
                style("CAPITOLO I", n -> "CAPITOLO " + roman(n)),
                style("Глава 1", n -> "Глава " + n),
                style("Глава 1. x,", n -> "Глава " + n + ". Море" + (n % 4 == 1 ? "," : "")),
                style("* * * Глава 1 * * *", n -> "* * * Глава " + n + " * * *"),
                style("# Chapter 1", n -> "# Chapter " + n),
                style("# 1화", n -> "# " + n + "화"),
                style("# 1", n -> "# " + n),
                style("Day 1", n -> "Day " + n),
                style("§ 1", n -> "§ " + n),
                style("제1장", n -> "제" + n + "장 바람"),
                style("1화", n -> n + "화"),
                style("第一章", n -> "第" + chinese(n) + "章　夜の町"),
                style("その一", n -> "その" + chinese(n)));
    }

    @ParameterizedTest
    @MethodSource("otherStyles")
    void novelsWithBlankLinesBetweenParagraphs(IntFunction<String> style) throws FormatException {
        List<String> headings = new ArrayList<>();
        StringBuilder text = new StringBuilder("A BOOK\n\n\nby nobody\n\n\n");
        for (int n = 1; n <= 12; n++) {
            headings.add(style.apply(n));
            text.append("\n\n").append(style.apply(n)).append("\n\n");
            for (int i = 0; i < 8; i++) {
                text.append("The road went down to the sea, and there was nobody on it but the old man\n"
                                .repeat(1 + random.nextInt(5)))
                        .append("and his dog.\n\n");
            }
            text.append(ENGLISH_TRAPS.get(n % 2)).append("\n\n");
        }
        assertEquals(headings, titles(text.toString()));
    }

    @Test
    void partsOverBareNumbersAreVolumes() throws FormatException {
        StringBuilder text = new StringBuilder();
        for (String part : List.of("PREMIÈRE PARTIE", "DEUXIÈME PARTIE")) {
            text.append("\n\n").append(part).append("\n\n");
            for (int n = 1; n <= 5; n++) {
                text.append("\n\n").append(roman(n)).append("\n\n");
                text.append("Il marchait vers la mer, et personne ne le suivait.\n\n".repeat(9));
            }
        }
        List<Outline.Entry> entries = entries(text.toString());
        assertEquals(12, entries.size());
        assertEquals(
                List.of(0, 1, 1, 1, 1, 1, 0),
                entries.subList(0, 7).stream().map(Outline.Entry::level).toList());
    }

    @Test
    void aListInAChapterIsNoSequenceOfChapters() throws FormatException {
        String chapter = "他抬头望向远方的山峰，想起当年的事情。\n".repeat(60);
        assertEquals(List.of(), titles(chapter + "一、关门\n二、点灯\n三、坐下\n四、读书\n" + chapter));
    }

    @Test
    void whatHasNoNumberJoinsTheChapters() throws FormatException {
        String body = "\n　　他抬头望向远方的山峰，想起当年的事情。\n　　前言不搭后语的他终于住口\n";
        List<String> headings = List.of("序章", "楔子 雪夜", "第一章 甲", "第二章 乙", "尾声", "番外一 丙", "番外：丁", "后记");
        assertEquals(headings, titles(String.join(body, headings) + body));
    }

    @Test
    void theLicenceBehindABookHasNoChapters() throws FormatException {
        String body = "\n\nThe road went down to the sea.\n\n".repeat(30);
        String licence = "*** END OF THE PROJECT GUTENBERG EBOOK ***\n\nPart 1. Terms\n\nPart 2. Donations\n\n";
        assertEquals(List.of("CHAPTER I", "CHAPTER II"), titles("CHAPTER I" + body + "CHAPTER II" + body + licence));
    }

    @Test
    void aTitleOnTheNextLineIsJoined() throws FormatException {
        String body = "\n\n　　话说当年，山中有一座古寺。\n\n";
        assertEquals(List.of("第一回　寻故人深山遇雪", "第二回　逢旧敌古寺听钟"), titles("第一回\n寻故人深山遇雪" + body + "第二回\n逢旧敌古寺听钟" + body));
    }

    @Test
    void aHeadingThatIsPrintedOnEveryPageCountsOnce() throws FormatException {
        String page = "\n　　他抬头望向远方的山峰。\n".repeat(40);
        assertEquals(
                List.of("第一章 甲", "第二章 乙"), titles("第一章 甲" + page + "第一章 甲" + page + "第二章 乙" + page + "第二章 乙" + page));
    }

    private static List<Outline.Entry> entries(String text) throws FormatException {
        return TestTexts.open(text.getBytes(StandardCharsets.UTF_8), "UTF-8", 4096)
                .outline(Work.UNCANCELLED)
                .entries();
    }

    private static List<String> titles(String text) throws FormatException {
        return entries(text).stream().map(Outline.Entry::title).toList();
    }
}
