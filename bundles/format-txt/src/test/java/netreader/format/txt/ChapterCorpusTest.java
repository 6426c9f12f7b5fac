package netreader.format.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netreader.format.Outline;
import netreader.format.Work;
import org.junit.jupiter.api.Test;

/** Chapters of whole novels, and of texts that look as if they had some; skipped where they are not at hand. */
class ChapterCorpusTest {
    private static final Path CORPUS = corpus();

    private static Path corpus() {
        Path beside = Path.of("../../../shared/corpus");
        return Files.exists(beside) ? beside : Path.of("../../../../shared/corpus");
    }

    @Test
    void theChaptersOfTheCorpusAreFound() throws Exception {
        Path manifest = CORPUS.resolve("MANIFEST.tsv");
        assumeTrue(Files.exists(manifest), "no corpus at hand");
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(manifest)) {
            String[] row = line.split("\t", -1);
            if (!row[1].startsWith("TXT") || row[13].isEmpty()) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(CORPUS.resolve(row[0]));
            String charset = row[5].startsWith("(") ? "" : row[5].equals("GBK") ? "GB18030" : row[5];
            Outline outline = MemorySource.open(bytes, charset, 4096).outline(Work.UNCANCELLED);
            List<String> titles =
                    outline.entries().stream().map(Outline.Entry::title).toList();
            int expected = Integer.parseInt(row[13]);
            System.out.println(row[0] + ": " + expected + " " + titles.size() + " "
                    + titles.subList(0, Math.min(6, titles.size())));
        }
        assertEquals(List.of(), wrong);
        assertTrue(true);
    }
}
