package netreader.format.comic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.PaintedBook;
import netreader.format.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over files that have broken readers; skipped where they are not at hand. */
class CorpusTest {
    static final Path CORPUS = corpus();

    /** Beside the project, or beside the folder of its worktrees. */
    private static Path corpus() {
        Path beside = Path.of("../../../shared/corpus");
        return Files.exists(beside) ? beside : Path.of("../../../../shared/corpus");
    }

    @Test
    @Timeout(120)
    void everyFileOpensAsItsRowSaysOrFailsWithASentence() throws Exception {
        Path manifest = CORPUS.resolve("MANIFEST.tsv");
        assumeTrue(Files.exists(manifest), "no corpus at hand");
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(manifest)) {
            String[] row = line.split("\t", -1);
            if (row[1].equals("CBZ")) {
                String outcome = outcome(row[0], row[11]);
                if (!outcome.equals(row[16]) && !row[4].startsWith("must fail cleanly")) {
                    wrong.add(row[0] + ": " + row[16] + " pages but " + outcome);
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    private static String outcome(String path, String title) throws Exception {
        byte[] bytes = Files.readAllBytes(CORPUS.resolve(path));
        try (PaintedBook book =
                (PaintedBook) new ComicFormat().open(BookSource.of(bytes), OpenOptions.defaults(Path.of("target")))) {
            book.outline(Work.UNCANCELLED);
            for (int page = 0; page < book.pageCount(); page++) {
                book.pageSize(page);
            }
            book.cover(200, Work.UNCANCELLED);
            if (!title.isEmpty() && !book.metadata().title().orElse("").equals(title)) {
                return "the title " + book.metadata().title();
            }
            return Integer.toString(book.pageCount());
        } catch (FormatException e) {
            return e.reason().name();
        }
    }
}
