package netreader.format.txt.chapters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import netreader.format.txt.Corpus;
import netreader.format.txt.TestTexts;
import org.junit.jupiter.api.Test;

/** Chapters of whole novels, and of texts that look as if they had some; skipped where they are not at hand. */
class ChapterCorpusTest {
    /** True headings that the manifest does not count: parts, a preface, an appendix, a conclusion. By part of a name. */
    private static final Map<String, Integer> MORE =
            Map.of("Tom.Sawyer", 1, "こころ", 3, "大明奇俠傳", 1, "西游记", 1, "no-headings", 7, "tutor.zh.big5", 2);

    /** The sets of styles in one file that no book has together. */
    private static final String STYLES = "heading-styles";

    @Test
    void theChaptersOfEveryTextAreFoundAndNothingElse() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String[] row : Corpus.texts()) {
            if (row[13].isEmpty() || row[5].equals("(binary)")) {
                continue;
            }
            List<String> titles = TestTexts.titles(TestTexts.open(Corpus.bytes(row), row[5], 4096));
            int more = MORE.entrySet().stream()
                    .filter(each -> row[0].contains(each.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            int expected = Integer.parseInt(row[13]) + more;
            boolean first = more > 0 || row[14].isEmpty() || titles.get(0).startsWith(row[14]);
            boolean last = titles.isEmpty() || titles.stream().anyMatch(title -> title.startsWith(row[15]));
            if (row[0].contains(STYLES)) {
                assertTrue(titles.size() >= expected - 1, titles.toString());
            } else if (titles.size() != expected || !first || !last) {
                wrong.add(row[0] + ": " + titles.size() + " of " + expected + " " + titles);
            }
        }
        assertEquals(List.of(), wrong);
    }
}
