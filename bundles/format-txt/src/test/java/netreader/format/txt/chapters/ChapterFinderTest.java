package netreader.format.txt.chapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.Outline;
import netreader.format.Work;
import netreader.format.txt.TestTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChapterFinderTest {
    private static List<Outline.Entry> entries(byte[] bytes, String charset) throws FormatException {
        return TestTexts.open(bytes, charset, 4096).outline(Work.UNCANCELLED).entries();
    }

    private static List<String> titles(String text) throws FormatException {
        return entries(text.getBytes(StandardCharsets.UTF_8), "UTF-8").stream()
                .map(Outline.Entry::title)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "论语.txt, 20, 第一章 学而篇",
        "古文观止.txt, 12, 第一卷 周文",
        "孟子.txt, 14, 第一章 梁惠王上",
        "The Adventures of Tom Sawyer - Mark Twain.txt, 36, CHAPTER I",
        "Pride and Prejudice - Jane Austen.txt, 61, Chapter 1"
    })
    void theSampleLibraryHasItsChapters(String name, int chapters, String first) throws Exception {
        byte[] bytes = Files.readAllBytes(Path.of("../../library", name));
        FlowingBook book = TestTexts.open(bytes, "", 4096);
        Outline outline = book.outline(Work.UNCANCELLED);
        assertTrue(outline.complete());
        assertEquals(chapters, outline.entries().size());
        assertEquals(first, outline.entries().get(0).title());
        for (Outline.Entry entry : outline.entries()) {
            assertEquals(0, entry.level());
            String there =
                    new String(bytes, (int) entry.anchor(), 60, Charset.forName(TestTexts.detail(book, "Encoding")));
            assertTrue(there.startsWith(entry.title()), there);
        }
    }

    @Test
    void volumesHoldChapters() throws FormatException {
        String text = "第一卷 甲\n第一章 子\n正文。\n第二章 丑\n正文。\n第二卷 乙\n第三章 寅\n正文。\n";
        List<Outline.Entry> entries = entries(text.getBytes(StandardCharsets.UTF_8), "UTF-8");
        assertEquals(
                List.of(0, 1, 1, 0, 1),
                entries.stream().map(Outline.Entry::level).toList());
    }

    @Test
    void volumesMayBeginWithTheirKind() throws FormatException {
        assertEquals(List.of("卷一 五言绝句", "卷之二"), titles("卷一 五言绝句\n春眠。\n卷之二\n卷三千里的路，他走了。\n"));
    }

    @Test
    void aTableOfContentsAtTheFrontIsLeftOut() throws FormatException {
        String headings = "第一章 甲\n第二章 乙\n第三章 丙\n第四章 丁\n";
        String body = headings.replace("\n", "\n从前有座山。\n");
        assertEquals(4, titles("目录\n" + headings + "\n" + body).size());
        assertEquals(4, titles("目录\n" + headings + "\n前言几句。\n\n" + body).size());
    }

    @Test
    void sentencesAreNoHeadings() throws FormatException {
        assertEquals(List.of(), titles("第一章讲的是从前的事。\n大战第三回合\nChapter 3 of the book was dull\n第一，\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "GB18030", "Big5"})
    void anchorsAreByteOffsetsInEveryCharset(String name) throws FormatException {
        Charset charset = Charset.forName(name);
        String before = "序文。\r\n".repeat(30_000);
        byte[] bytes = (before + "第一章 甲\r\n正文。").getBytes(charset);
        List<Outline.Entry> entries = entries(bytes, name);
        assertEquals(1, entries.size());
        assertEquals(before.getBytes(charset).length, entries.get(0).anchor());
    }

    @Test
    void cancelledWorkIsIncomplete() throws FormatException {
        byte[] bytes = "第一章 甲\n正文。\n".getBytes(StandardCharsets.UTF_8);
        assertFalse(TestTexts.open(bytes, "", 4096).outline(() -> true).complete());
    }

    @Test
    void aFileOfNothingButHeadingsTakesBoundedTime() {
        String text = "第一章\n".repeat(150_000) + "第一章他来了\n第三章他来了\n第二章他来了\n".repeat(50_000);
        assertTimeout(Duration.ofSeconds(60), () -> titles(text));
    }
}
