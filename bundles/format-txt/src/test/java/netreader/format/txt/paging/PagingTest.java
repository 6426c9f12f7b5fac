package netreader.format.txt.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import netreader.format.BookSource;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.txt.TestTexts;
import netreader.format.txt.file.Charsets;
import netreader.format.txt.file.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private static final String[] ENDS = {"\n", "\r\n", "\r", "\n", "。", "！”", ". ", " ", "，"};

    /** Every charset of this JDK, and of ours, in which texts can be cut into pages and, for the tests, be written. */
    static List<Charset> charsets() {
        Stream<Charset> own = Stream.of("ISO-8859-10", "ISO-8859-14", "VISCII").map(Charsets::forName);
        return Stream.concat(Charset.availableCharsets().values().stream(), own)
                .filter(charset -> charset.canEncode() && Encoding.of(charset).isPresent())
                .filter(charset -> Charsets.superset(charset).equals(charset)) // others are read as that one
                .filter(charset -> !charset.name().equals("x-MacDingbat")) // has no letters
                .toList();
    }

    /** Letters, digits and hanzi, also those beyond the first plane, as far as the charset has them. */
    private static List<String> alphabet(Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        return Stream.of("!-῿", "぀-ヿ", "一-务", "가-갿", "𠀀-𠃿")
                .flatMapToInt(
                        range -> IntStream.rangeClosed(range.codePointAt(0), range.codePointBefore(range.length())))
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .filter(encoder::canEncode)
                // Some charsets write a character that they read as another one, or as two.
                .filter(s -> new String(s.getBytes(charset), charset).equals(s))
                .toList();
    }

    /** A text in lines of random length, some very long, with all kinds of line ends. */
    private static String randomText(Random random, Charset charset, List<String> alphabet, int length) {
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder text = new StringBuilder();
        int perLine = 1 << random.nextInt(10);
        while (text.length() < length) {
            boolean latin = random.nextInt(3) == 0;
            text.append(alphabet.get(random.nextInt(latin ? Math.min(60, alphabet.size()) : alphabet.size())));
            if (random.nextInt(perLine) == 0) {
                String end = ENDS[random.nextInt(ENDS.length)];
                text.append(encoder.canEncode(end) ? end : "\r\n");
            }
        }
        return text.toString();
    }

    /** The pages' ranges join to the file, and every place in the file is on its page. */
    private static void checkRanges(byte[] bytes, FlowingBook book, int pageBytes, int bom) {
        assertEquals(bytes.length == bom ? 0 : (bytes.length + pageBytes - 1) / pageBytes, book.pageCount());
        assertEquals(0, book.anchorOf(0));
        assertEquals(bytes.length, book.anchorOf(book.pageCount()));
        for (int page = 0; page < book.pageCount(); page++) {
            long start = book.anchorOf(page);
            long end = book.anchorOf(page + 1);
            assertTrue(end > start, "pages grow");
            assertTrue(end - start <= pageBytes * 1.25, "a page is at most 1.25 × nominal");
            assertEquals(page, book.pageAt(start));
            assertEquals(page, book.pageAt(end - 1));
        }
    }

    private static void checkPages(byte[] bytes, FlowingBook book, int pageBytes, int bom, Charset charset)
            throws FormatException {
        checkRanges(bytes, book, pageBytes, bom);
        String expected = new String(bytes, bom, bytes.length - bom, charset);
        StringBuilder joined = new StringBuilder();
        for (int page = 0; page < book.pageCount(); page++) {
            String text = book.pageText(page);
            joined.append(text);
            if (page > 0) {
                assertFalse(text.startsWith("\n") && expected.charAt(joined.length() - text.length() - 1) == '\r');
            }
            assertFalse(Character.isHighSurrogate(text.charAt(text.length() - 1)), "no half of a pair");
        }
        assertEquals(expected, joined.toString());
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void pagesJoinToTheDecodedFileWholeOrDamaged(Charset charset) throws FormatException {
        List<String> alphabet = alphabet(charset);
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            int pageBytes = 256 + random.nextInt(seed % 2 == 0 ? 64 : 3000);
            byte[] bytes = randomText(random, charset, alphabet, 1 + random.nextInt(6000))
                    .getBytes(charset);
            checkPages(bytes, TestTexts.open(bytes, charset.name(), pageBytes), pageBytes, 0, charset);
            for (int i = random.nextInt(40); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            FlowingBook damaged = TestTexts.open(bytes, charset.name(), pageBytes);
            if (Encoding.of(charset).orElseThrow() == Encoding.SHIFTED) {
                checkRanges(bytes, damaged, pageBytes, 0); // a decoder of the whole file never finds its way back
            } else {
                checkPages(bytes, damaged, pageBytes, 0, charset);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "Big5-HKSCS", "windows-31j", "EUC-JP", "UTF-16LE", "windows-1252"})
    void pagesOfRandomBytesJoinToTheDecodedFile(String name) throws FormatException {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[1 + random.nextInt(20_000)];
            random.nextBytes(bytes);
            FlowingBook book = TestTexts.open(bytes, name, 256);
            // Random bytes may begin with a mark only by chance; these seeds have none.
            checkPages(bytes, book, 256, 0, Charset.forName(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"})
    void theByteOrderMarkIsNotText(String name) throws FormatException {
        Charset charset = Charset.forName(name);
        byte[] bytes = ("\uFEFF" + randomText(new Random(1), charset, alphabet(charset), 5000)).getBytes(charset);
        int bom = "\uFEFF".getBytes(charset).length;
        FlowingBook book = TestTexts.open(bytes, "", 512);
        assertEquals(name, TestTexts.detail(book, "Encoding"));
        checkPages(bytes, book, 512, bom, charset);
    }

    /** Pairs of high bytes only, so that no byte tells where a character begins; decoded from the start then. */
    @Test
    void textWithoutAnyPlaceToSynchroniseIsCutRight() throws FormatException {
        Charset charset = Charset.forName("GB18030");
        byte[] bytes = ("a" + "阿吖𠀀".repeat(300_000)).getBytes(charset);
        FlowingBook book = TestTexts.open(bytes, "GB18030", 4096);
        int middle = book.pageCount() / 2;
        String fromTheStart = new String(bytes, 0, (int) book.anchorOf(middle + 1), charset);
        assertTrue(fromTheStart.endsWith(book.pageText(middle)), "also when it is the first page that is asked for");
        checkPages(bytes, book, 4096, 0, charset);
    }

    @Test
    void aLineThatEndsAfterAHanziIsAPlaceToSynchronise() throws FormatException {
        AtomicLong read = new AtomicLong();
        byte[] bytes = ("阿".repeat(700) + "\n").repeat(3000).getBytes(Charset.forName("GB18030"));
        BookSource memory = BookSource.of(bytes);
        BookSource counting = new BookSource() {
            @Override
            public long size() throws IOException {
                return memory.size();
            }

            @Override
            public int read(long at, ByteBuffer to) throws IOException {
                int n = memory.read(at, to);
                read.addAndGet(n);
                return n;
            }
        };
        FlowingBook book = TestTexts.open(counting, "GB18030", 4096);
        read.set(0);
        String page = book.pageText(book.pageCount() / 2);
        assertTrue(page.matches("[阿\n]+"), page);
        assertTrue(read.get() < 32_768, read + " bytes were read for a page");
    }

    @Test
    void anEmptyFileAndAloneMarkHaveNoPages() throws FormatException {
        assertEquals(0, TestTexts.open(new byte[0], "", 4096).pageCount());
        assertEquals(
                0,
                TestTexts.open(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "", 4096)
                        .pageCount());
    }

    @Test
    void pagesEndAfterALineElseASentenceElseASpace() throws FormatException {
        byte[] lines = "word word. Other\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        assertTrue(TestTexts.open(lines, "", 300).pageText(0).endsWith("\n"));
        byte[] sentences = "word word. Other ".repeat(100).getBytes(StandardCharsets.UTF_8);
        assertTrue(TestTexts.open(sentences, "", 300).pageText(0).endsWith(". "));
        byte[] chinese = "学而时习之“不亦说乎？”有朋自远方来".repeat(100).getBytes(StandardCharsets.UTF_8);
        assertTrue(TestTexts.open(chinese, "", 300).pageText(0).endsWith("？”"));
        byte[] words = "word another ".repeat(100).getBytes(StandardCharsets.UTF_8);
        assertTrue(TestTexts.open(words, "", 300).pageText(0).endsWith(" "));
    }

    /** A sequence stays whole if it fits into the quarter of a page in which the page's end is looked for. */
    @ParameterizedTest
    @CsvSource({"2, 256", "64, 1024", "64, 4096"})
    void combiningSequencesStayWhole(int marks, int pageBytes) throws FormatException {
        byte[] bytes = ("e" + "\u0301\u0323".repeat(marks / 2)).repeat(500).getBytes(StandardCharsets.UTF_8);
        FlowingBook book = TestTexts.open(bytes, "", pageBytes);
        for (int page = 0; page < book.pageCount(); page++) {
            assertTrue(book.pageText(page).startsWith("e"));
        }
    }
}
