package netreader.format.txt.chapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import netreader.format.txt.TestTexts;
import netreader.format.txt.TxtFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class ChapterRulesTest {
    @TempDir
    private Path folder;

    private static List<String> titles(String text, String chapters) throws FormatException {
        OpenOptions options = new OpenOptions(
                Optional.empty(), 4096, Map.of("charset", "UTF-8", "chapters", chapters), TestTexts.NO_CACHE);
        return TestTexts.titles(new TxtFormat().open(BookSource.of(text.getBytes(StandardCharsets.UTF_8)), options));
    }

    @Test
    void aReaderChoosesASetOrAnExpression() throws FormatException {
        String text = "第一章 甲\n话说。\n@@ 其一\n话说。\nChapter 1\n话说。\n@@ 其二\n话说。\n";
        assertEquals(List.of("第一章 甲", "Chapter 1"), titles(text, ""));
        assertEquals(List.of("Chapter 1"), titles(text, "english"));
        assertEquals(List.of("@@ 其一", "@@ 其二"), titles(text, "^@@ .+"));
    }

    @ParameterizedTest
    @CsvSource({"'(第', no regular expression", "klingon, no rule set"})
    void aWrongChoiceIsToldInASentence(String choice, String part) {
        FormatException failure = assertThrows(FormatException.class, () -> titles("第一章\n", choice));
        assertEquals(Reason.UNSUPPORTED, failure.reason());
        assertTrue(failure.getMessage().contains(part), failure.getMessage());
    }

    @Test
    void anExpressionWithoutEndIsGivenUp() {
        String text = ("a".repeat(100) + "!\n").repeat(50);
        assertTimeout(Duration.ofSeconds(25), () -> assertEquals(List.of(), titles(text, "(a+)+b")));
    }

    @ParameterizedTest
    @CsvSource({
        "'1 = x', line 1, [section]",
        "'[a]|1 = (x', line 2, regular expression",
        "'[a]|1 = {B}', line 2, let B",
        "'[a]|hello', line 2, no rule",
        "'[a]|1 = x*', line 2, without any text",
        "'# nothing', line 1, no rule in the file"
    })
    void aMistakeIsToldWithItsLine(String text, String line, String part) {
        RulesReader.BadRules failure =
                assertThrows(RulesReader.BadRules.class, () -> RulesReader.read(text.replace('|', '\n')));
        assertTrue(failure.getMessage().startsWith(line + ":"), failure.getMessage());
        assertTrue(failure.getMessage().contains(part), failure.getMessage());
    }

    @Test
    void definitionsAndUnicodeClassesMayStandBesideEachOther() throws Exception {
        ChapterRules rules = RulesReader.read("let N = [0-9]{1,3}\n[a]\n1 = \\p{Lu}(?<number>{N})\n");
        assertEquals(
                "\\p{Lu}(?<number>[0-9]{1,3})",
                rules.sets().get(0).rules().get(0).pattern().pattern());
    }

    @Test
    void anEditedFileCountsAndABrokenOneDoesNot() throws Exception {
        Path file = folder.resolve("chapters.rules");
        RulesSource source = new RulesSource(Optional.of(file));
        ChapterRules builtIn = source.current();
        assertEquals("chinese", builtIn.sets().get(0).name());
        write(file, "[mine]\n1 = @.*\n", 1);
        assertEquals("mine", changed(source, builtIn).sets().get(0).name());
        ChapterRules mine = source.current();
        write(file, "[mine]\n1 = (\n", 2);
        write(file, "[other]\n1 = #.*\n", 3);
        ChapterRules other = changed(source, mine);
        assertEquals("other", other.sets().get(0).name());
        Files.delete(file);
        assertSame(other, source.current());
    }

    @Test
    void aFileThatIsBrokenFromTheBeginningLeavesTheBuiltInRules() throws Exception {
        Path file = folder.resolve("chapters.rules");
        write(file, "[mine\n1 = (", 1);
        assertEquals(
                "chinese",
                new RulesSource(Optional.of(file)).current().sets().get(0).name());
    }

    private static void write(Path file, String text, int second) throws Exception {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000L));
    }

    /** The file is looked at once a second. */
    private static ChapterRules changed(RulesSource source, ChapterRules before) {
        ChapterRules now = source.current();
        while (now.equals(before)) {
            Thread.onSpinWait();
            now = source.current();
        }
        return now;
    }
}
