package netreader.format.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionTest {
    private static final String CHINESE = "孟子見梁惠王。王曰：「叟不遠千里而來，亦將有以利吾國乎？」孟子對曰：「王何必曰利？」\r\n";
    private static final String JAPANESE = "私はその人を常に先生と呼んでいた。だからここでもただ先生と書くだけで本名は打ち明けない。\n";

    private static String encoding(byte[] bytes) throws FormatException {
        return MemorySource.detail(MemorySource.open(bytes, "", 4096), "Encoding");
    }

    @ParameterizedTest
    @CsvSource({
        "论语.txt, GB18030",
        "古文观止.txt, GB18030",
        "孟子.txt, Big5-HKSCS",
        "The Adventures of Tom Sawyer - Mark Twain.txt, UTF-8",
        "Pride and Prejudice - Jane Austen.txt, UTF-8"
    })
    void theSampleLibraryIsReadWithItsCharsets(String name, String charset) throws Exception {
        byte[] bytes = Files.readAllBytes(Path.of("../../library", name));
        TxtBook book = MemorySource.open(bytes, "", 4096);
        assertEquals(charset, MemorySource.detail(book, "Encoding"));
        assertTrue(Double.parseDouble(MemorySource.detail(book, "Confidence")) > 0.8);
        assertEquals(new String(bytes, Charset.forName(charset)), MemorySource.wholeText(book));
    }

    @Test
    void textsInTheirUsualCharsetsAreRecognised() throws FormatException {
        assertEquals("Big5-HKSCS", encoding(CHINESE.repeat(40).getBytes(Charset.forName("Big5"))));
        assertEquals("GB18030", encoding(CHINESE.repeat(40).getBytes(Charset.forName("GBK"))));
        assertEquals("UTF-8", encoding(CHINESE.getBytes(StandardCharsets.UTF_8)));
        assertEquals("windows-31j", encoding(JAPANESE.repeat(40).getBytes(Charset.forName("windows-31j"))));
        assertEquals("EUC-JP", encoding(JAPANESE.repeat(40).getBytes(Charset.forName("EUC-JP"))));
        assertEquals("UTF-16LE", encoding(CHINESE.repeat(40).getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("UTF-16BE", encoding("Plain English text.\n".repeat(40).getBytes(StandardCharsets.UTF_16BE)));
        assertEquals(
                "windows-1252",
                encoding("“Où est-elle allée ?” — déjà vu, élève, garçon.\n"
                        .repeat(40)
                        .getBytes(Charset.forName("windows-1252"))));
    }

    @Test
    void aShortChineseTextIsNotTakenForUtf8() throws FormatException {
        assertEquals("GB18030", encoding("联通".getBytes(Charset.forName("GBK"))));
    }

    @Test
    void utf8WithAFewBadBytesStaysUtf8() throws FormatException {
        byte[] bytes = CHINESE.repeat(100).getBytes(StandardCharsets.UTF_8);
        bytes[1000] = (byte) 0xFF;
        assertEquals("UTF-8", encoding(bytes));
    }

    @Test
    void chineseBehindMuchAsciiIsFound() throws FormatException {
        String text = "ascii only, line after line\n".repeat(20_000) + CHINESE.repeat(20);
        TxtBook book = MemorySource.open(text.getBytes(Charset.forName("Big5")), "", 4096);
        assertEquals("Big5-HKSCS", MemorySource.detail(book, "Encoding"), MemorySource.detail(book, "Reason"));
    }

    @Test
    void theReasonIsASentence() throws FormatException {
        TxtBook book = MemorySource.open("一二三".getBytes(StandardCharsets.UTF_8), "", 4096);
        assertEquals("valid UTF-8, 3 multi-byte sequences", MemorySource.detail(book, "Reason"));
    }

    @Test
    void theSettingOverridesTheDetection() throws FormatException {
        TxtBook book = MemorySource.open(CHINESE.getBytes(StandardCharsets.UTF_8), "Big5-HKSCS", 4096);
        assertEquals("Big5-HKSCS", MemorySource.detail(book, "Encoding"));
        FormatException unknown =
                assertThrows(FormatException.class, () -> MemorySource.open(new byte[9], "no such charset", 4096));
        assertEquals(Reason.UNSUPPORTED, unknown.reason());
    }

    @Test
    void aSourceThatFailsOrShrinksIsAFailureOfReading() throws FormatException {
        BookSource failing = new BookSource() {
            @Override
            public long size() {
                return 100;
            }

            @Override
            public int read(long at, ByteBuffer to) throws IOException {
                throw new IOException("gone");
            }
        };
        BookSource shrunk = new BookSource() {
            @Override
            public long size() {
                return 100;
            }

            @Override
            public int read(long at, ByteBuffer to) {
                return -1;
            }
        };
        OpenOptions options = OpenOptions.defaults(Path.of("target"));
        assertEquals(
                Reason.IO,
                assertThrows(FormatException.class, () -> new TxtFormat().open(failing, options))
                        .reason());
        assertEquals(
                Reason.IO,
                assertThrows(FormatException.class, () -> new TxtFormat().open(shrunk, options))
                        .reason());
    }
}
