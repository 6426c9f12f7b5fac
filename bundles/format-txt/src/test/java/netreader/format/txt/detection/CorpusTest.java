package netreader.format.txt.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.txt.Corpus;
import netreader.format.txt.TestTexts;
import netreader.format.txt.file.ByteOrderMark;
import netreader.format.txt.file.TextFile;
import org.junit.jupiter.api.Test;

/** Over texts in many charsets, sound and damaged; skipped where they are not at hand. */
class CorpusTest {
    /** A wrong answer may be as good: a text may read the same in two charsets, of which the corpus knows one. */
    private static final double RIGHT = 0.98;

    private static final double RIGHT_IF_LONG = 0.995;

    /** Texts of so many bytes are long. */
    private static final int LONG = 2000;

    /** The charset that was found; nothing if the file is refused as no text. */
    private static Optional<Charset> found(byte[] bytes) throws FormatException {
        try {
            TextFile file = new TextFile(BookSource.of(bytes), bytes.length);
            return Optional.of(new CharsetDetector(file).detect().charset());
        } catch (FormatException e) {
            assertEquals(Reason.UNSUPPORTED, e.reason());
            return Optional.empty();
        }
    }

    @Test
    void nearlyAllTextsAreFoundInTheirCharset() throws Exception {
        int texts = 0;
        int longTexts = 0;
        List<String> wrong = new ArrayList<>();
        List<String> longWrong = new ArrayList<>();
        for (String[] row : Corpus.texts()) {
            if (row[5].isEmpty() || row[5].equals("(binary)")) {
                continue;
            }
            byte[] bytes = Corpus.bytes(row);
            Optional<Charset> found = found(bytes);
            boolean isLong = bytes.length > LONG;
            texts++;
            longTexts += isLong ? 1 : 0;
            if (found.isEmpty() || !accepts(row[8], found.get())) {
                (isLong ? longWrong : wrong).add(row[0] + ": " + row[5] + " but " + found);
            }
        }
        String all = String.join("\n", wrong) + "\nlong:\n" + String.join("\n", longWrong);
        assertTrue(longWrong.size() <= (1 - RIGHT_IF_LONG) * longTexts, all);
        assertTrue(wrong.size() + longWrong.size() <= (1 - RIGHT) * texts, all);
    }

    @Test
    void everyTextOpensWhole() throws Exception {
        for (String[] row : Corpus.texts()) {
            byte[] bytes = Corpus.bytes(row);
            Optional<Charset> found = found(bytes);
            if (found.isPresent()) {
                int bom = bytes.length - withoutMark(bytes).length;
                String text = new String(bytes, bom, bytes.length - bom, found.get());
                assertEquals(text, TestTexts.wholeText(TestTexts.open(bytes, "", 4096)), row[0]);
            }
        }
    }

    @Test
    void binariesAreRefused() throws Exception {
        for (String[] row : Corpus.texts()) {
            if (row[5].equals("(binary)")) {
                assertTrue(found(Corpus.bytes(row)).isEmpty(), row[0]);
            }
        }
    }

    private static byte[] withoutMark(byte[] bytes) throws Exception {
        int mark = ByteOrderMark.of(new TextFile(BookSource.of(bytes), bytes.length))
                .map(ByteOrderMark::length)
                .orElse(0);
        return Arrays.copyOfRange(bytes, mark, bytes.length);
    }

    private static boolean accepts(String charsets, Charset found) {
        List<String> names = List.of(charsets.split(",", -1));
        boolean listed = names.stream()
                .anyMatch(name -> name.equalsIgnoreCase(found.name())
                        || (Charset.isSupported(name) && Charset.forName(name).equals(found)));
        // Supersets of what a text is labelled with.
        return listed
                || (names.contains("GBK") && found.name().equals("GB18030"))
                || (names.contains("Big5") && found.name().equals("Big5-HKSCS"));
    }
}
