package netreader.format.epub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreader.format.FormatException;
import netreader.format.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over files that have broken readers; skipped where they are not at hand. */
class CorpusTest {
    private static final Path CORPUS = corpus();
    private static final Pattern SPINE = Pattern.compile("spine=([0-9]+)");

    @TempDir
    Path cache;

    /** Beside the project, or beside the folder of its worktrees. */
    private static Path corpus() {
        Path beside = Path.of("../../../shared/corpus");
        return Files.exists(beside) ? beside : Path.of("../../../../shared/corpus");
    }

    @Test
    @Timeout(600)
    void everyBookOpensAsItsRowSaysOrFailsWithASentence() throws Exception {
        Path manifest = CORPUS.resolve("MANIFEST.tsv");
        assumeTrue(Files.exists(manifest), "no corpus at hand");
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(manifest)) {
            String[] row = line.split("\t", -1);
            if (row[1].equals("EPUB")) {
                check(row, wrong);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    /** The columns are those of the corpus's README. */
    private void check(String[] row, List<String> wrong) throws Exception {
        byte[] bytes = Files.readAllBytes(CORPUS.resolve(row[0]));
        try (EpubBook book = TestEpub.open(bytes, cache, Map.of())) {
            expect(row, "title", row[11], book.metadata().title().orElse(""), wrong);
            expect(row, "authors", row[12], String.join("; ", book.metadata().authors()), wrong);
            int entries = book.outline(Work.UNCANCELLED).entries().size();
            expect(row, "entries", row[13], Integer.toString(entries), wrong);
            Matcher spine = SPINE.matcher(row[19]);
            if (spine.find() && book.pageCount() < Integer.parseInt(spine.group(1))) {
                wrong.add(row[0] + ": only " + book.pageCount() + " pages");
            }
            int step = Math.max(1, book.pageCount() / 20);
            for (int page = 0; page < book.pageCount(); page += step) {
                BufferedImage picture = new BufferedImage(200, 300, BufferedImage.TYPE_INT_RGB);
                book.render(page, 0.5, new Rectangle(200, 300), picture, Work.UNCANCELLED);
                book.links(page);
                if (book.pageAt(book.anchorOf(page)) != page) {
                    wrong.add(row[0] + ": the anchor of page " + page);
                }
            }
            book.cover(200, Work.UNCANCELLED);
        } catch (FormatException e) {
            if (row[4].equals("opens")) {
                wrong.add(row[0] + ": " + e.getMessage());
            }
        }
    }

    private static void expect(String[] row, String what, String expected, String found, List<String> wrong) {
        if (!expected.isEmpty() && !expected.equals(found)) {
            wrong.add(row[0] + ": " + what + " " + expected + " but " + found);
        }
    }
}
