package netreader.format.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import netreader.format.Work;
import org.junit.jupiter.api.Test;

/** Over files that have broken readers; skipped where they are not at hand. */
class CorpusTest {
    static final Path CORPUS = corpus();

    /** Beside the project, or beside the folder of its worktrees. */
    private static Path corpus() {
        Path beside = Path.of("../../../shared/corpus");
        return Files.exists(beside) ? beside : Path.of("../../../../shared/corpus");
    }

    @Test
    void everyFileOpensAsItsRowSaysOrFailsWithASentence() throws Exception {
        Path manifest = CORPUS.resolve("MANIFEST.tsv");
        assumeTrue(Files.exists(manifest), "no corpus at hand");
        List<String> wrong = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (String line : Files.readAllLines(manifest)) {
                String[] row = line.split("\t", -1);
                if (row[1].equals("PDF")) {
                    Future<String> result = threads.submit(() -> outcome(row[0], row[17]));
                    String outcome = result.get(120, TimeUnit.SECONDS);
                    if (!expected(row[4], row[16], outcome)) {
                        wrong.add(row[0] + ": " + row[4] + " [" + row[16] + " pages] but " + outcome);
                    }
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals("", String.join("\n", wrong));
    }

    /** The page count, or the reason of the failure; anything else that comes out fails the test. */
    private static String outcome(String path, String password) throws Exception {
        byte[] bytes = Files.readAllBytes(CORPUS.resolve(path));
        OpenOptions options = password.isEmpty() ? TestPdf.OPTIONS : TestPdf.OPTIONS.withPassword(password);
        if (!password.isEmpty() && opens(bytes)) {
            return "opened without its password";
        }
        try (PdfBook book = TestPdf.open(bytes, options)) {
            book.outline(Work.UNCANCELLED);
            for (int page = 0; page < Math.min(2, book.pageCount()); page++) {
                readPage(book, page);
            }
            return Integer.toString(book.pageCount());
        } catch (FormatException e) {
            return e.reason().name();
        }
    }

    private static boolean opens(byte[] bytes) {
        try (PdfBook book = TestPdf.open(bytes)) {
            return book.pageCount() >= 0;
        } catch (FormatException e) {
            return e.reason() != Reason.PASSWORD_REQUIRED;
        }
    }

    private static void readPage(PdfBook book, int page) {
        try {
            book.pageText(page);
            book.textRuns(page);
            book.links(page);
            book.pageSize(page);
            book.label(page);
            book.cover(200, Work.UNCANCELLED);
        } catch (FormatException e) {
            // A page may be beyond reading, or take this machine too long now; the book must stay alive.
            assertTrue(Set.of(Reason.DAMAGED, Reason.TOO_COSTLY).contains(e.reason()), e.getMessage());
        }
    }

    private static boolean expected(String expect, String pages, String outcome) {
        if (expect.startsWith("must fail cleanly")) {
            // Opening more than was hoped for is no fault.
            return true;
        }
        if (expect.startsWith("must ask for a password (unknown")) {
            return !Character.isDigit(outcome.charAt(0));
        }
        return outcome.equals(pages);
    }
}
