package netreader.format.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import netreader.format.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private static final int[] CJK = {0x4E00, 0x51A0};

    /** A text of words and hanzi in lines of random length, some very long, with all kinds of line ends. */
    private static String randomText(Random random, Charset charset, int length) {
        StringBuilder text = new StringBuilder();
        String[] ends = {"\n", "\r\n", "\r", "。", "！”", ". ", " ", "，"};
        boolean lines = random.nextInt(4) > 0;
        while (text.length() < length) {
            int c = random.nextInt(3) == 0 ? 'a' + random.nextInt(26) : CJK[0] + random.nextInt(CJK[1] - CJK[0]);
            if (random.nextInt(40) == 0) {
                c = 0x20000 + random.nextInt(2000);
            }
            String s = Character.toString(c);
            if (charset.newEncoder().canEncode(s)) {
                text.append(s);
            }
            if (lines && random.nextInt(30) == 0) {
                String end = ends[random.nextInt(ends.length)];
                text.append(charset.newEncoder().canEncode(end) ? end : "\r\n");
            }
        }
        return text.toString();
    }

    private static void checkPages(byte[] bytes, TxtBook book, int pageBytes, int bom, Charset charset)
            throws FormatException {
        String expected = new String(bytes, bom, bytes.length - bom, charset);
        StringBuilder joined = new StringBuilder();
        assertEquals(bytes.length == bom ? 0 : (bytes.length + pageBytes - 1) / pageBytes, book.pageCount());
        for (int page = 0; page < book.pageCount(); page++) {
            long start = book.anchorOf(page);
            long end = book.anchorOf(page + 1);
            assertTrue(end > start, "pages grow");
            assertTrue(end - start <= pageBytes * 1.25, "a page is at most 1.25 × nominal");
            assertEquals(page, book.pageAt(start));
            assertEquals(page, book.pageAt(end - 1));
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
    @ValueSource(
            strings = {
                "UTF-8",
                "GBK",
                "GB18030",
                "Big5-HKSCS",
                "Big5",
                "windows-31j",
                "EUC-JP",
                "x-windows-949",
                "UTF-16LE",
                "UTF-16BE",
                "UTF-32LE",
                "windows-1252"
            })
    void pagesJoinToTheDecodedFileWholeOrDamaged(String name) throws FormatException {
        Charset charset = Charset.forName(name);
        for (int seed = 0; seed < 24; seed++) {
            Random random = new Random(seed);
            int pageBytes = 256 + random.nextInt(seed % 2 == 0 ? 64 : 3000);
            byte[] bytes = randomText(random, charset, 1 + random.nextInt(6000)).getBytes(charset);
            checkPages(bytes, MemorySource.open(bytes, name, pageBytes), pageBytes, 0, charset);
            for (int i = random.nextInt(40); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            checkPages(bytes, MemorySource.open(bytes, name, pageBytes), pageBytes, 0, charset);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "Big5-HKSCS", "windows-31j", "EUC-JP", "UTF-16LE", "windows-1252"})
    void pagesOfRandomBytesJoinToTheDecodedFile(String name) throws FormatException {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[1 + random.nextInt(20_000)];
            random.nextBytes(bytes);
            TxtBook book = MemorySource.open(bytes, name, 256);
            // Random bytes may begin with a mark only by chance; these seeds have none.
            checkPages(bytes, book, 256, 0, Charset.forName(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030"})
    void theByteOrderMarkIsNotText(String name) throws FormatException {
        Charset charset = Charset.forName(name);
        byte[] bytes = ("\uFEFF" + randomText(new Random(1), charset, 5000)).getBytes(charset);
        int bom = "\uFEFF".getBytes(charset).length;
        TxtBook book = MemorySource.open(bytes, "", 512);
        assertEquals(name, MemorySource.detail(book, "Encoding"));
        checkPages(bytes, book, 512, bom, charset);
    }

    @Test
    void textWithoutAnyPlaceToSynchroniseIsCutRight() throws FormatException {
        Charset charset = Charset.forName("GB18030");
        byte[] bytes = ("a" + "阿吖𠀀".repeat(60_000)).getBytes(charset);
        checkPages(bytes, MemorySource.open(bytes, "GB18030", 4096), 4096, 0, charset);
    }

    @Test
    void anEmptyFileAndAloneMarkHaveNoPages() throws FormatException {
        assertEquals(0, MemorySource.open(new byte[0], "", 4096).pageCount());
        assertEquals(
                0,
                MemorySource.open(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "", 4096)
                        .pageCount());
    }

    @Test
    void pagesEndAfterALineElseASentenceElseASpace() throws FormatException {
        byte[] lines = "word word. Other\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        assertTrue(MemorySource.open(lines, "", 300).pageText(0).endsWith("\n"));
        byte[] sentences = "word word. Other ".repeat(100).getBytes(StandardCharsets.UTF_8);
        assertTrue(MemorySource.open(sentences, "", 300).pageText(0).endsWith(". "));
        byte[] chinese = "学而时习之“不亦说乎？”有朋自远方来".repeat(100).getBytes(StandardCharsets.UTF_8);
        assertTrue(MemorySource.open(chinese, "", 300).pageText(0).endsWith("？”"));
        byte[] words = "word another ".repeat(100).getBytes(StandardCharsets.UTF_8);
        assertTrue(MemorySource.open(words, "", 300).pageText(0).endsWith(" "));
    }

    @Test
    void combiningSequencesStayWhole() throws FormatException {
        byte[] bytes = "e\u0301\u0323".repeat(2000).getBytes(StandardCharsets.UTF_8);
        TxtBook book = MemorySource.open(bytes, "", 256);
        for (int page = 0; page < book.pageCount(); page++) {
            assertTrue(book.pageText(page).startsWith("e"));
        }
    }
}
