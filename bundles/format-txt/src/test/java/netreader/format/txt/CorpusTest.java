package netreader.format.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Over texts in many charsets, sound and damaged; skipped where they are not at hand. */
class CorpusTest {
    private static final Path CORPUS = corpus();

    /** Beside the project, or beside the folder of its worktrees. */
    private static Path corpus() {
        Path beside = Path.of("../../../shared/corpus");
        return Files.exists(beside) ? beside : Path.of("../../../../shared/corpus");
    }

    @Test
    void everyTextOpensWholeAndNearlyAllInTheirCharset() throws Exception {
        Path manifest = CORPUS.resolve("MANIFEST.tsv");
        assumeTrue(Files.exists(manifest), "no corpus at hand");
        int texts = 0;
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(manifest)) {
            String[] row = line.split("\t", -1);
            if (!row[1].startsWith("TXT")) {
                continue;
            }
            byte[] bytes = Files.readAllBytes(CORPUS.resolve(row[0]));
            TxtBook book = MemorySource.open(bytes, "", 4096);
            Charset found = Charset.forName(MemorySource.detail(book, "Encoding"));
            int bom = bytes.length - withoutMark(bytes).length;
            assertEquals(new String(bytes, bom, bytes.length - bom, found), MemorySource.wholeText(book), row[0]);
            // The one-byte charsets of the West look too much alike to ask for.
            boolean asked = row[5].matches("UTF-.*|GB.*|Big5.*|EUC-.*|windows-31j|US-ASCII");
            texts += asked ? 1 : 0;
            if (asked && !accepts(row[8], found)) {
                wrong.add(row[0] + ": " + row[5] + " but " + found + ", " + MemorySource.detail(book, "Reason"));
            }
        }
        assertTrue(wrong.size() < 0.03 * texts, wrong.size() + " of " + texts + "\n" + String.join("\n", wrong));
    }

    private static byte[] withoutMark(byte[] bytes) throws Exception {
        int mark = ByteOrderMark.of(new TextFile(new MemorySource(bytes), bytes.length))
                .map(ByteOrderMark::length)
                .orElse(0);
        return Arrays.copyOfRange(bytes, mark, bytes.length);
    }

    private static boolean accepts(String charsets, Charset found) {
        for (String name : charsets.split(",", -1)) {
            if (Charset.isSupported(name) && Charset.forName(name).equals(found)) {
                return true;
            }
        }
        // Supersets of what a text is labelled with.
        return charsets.contains("GBK") && found.name().equals("GB18030");
    }
}
