package netreader.format.txt.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import netreader.format.BookSource;
import netreader.format.FlowingBook;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;
import netreader.format.txt.TestTexts;
import netreader.format.txt.TxtFormat;
import netreader.format.txt.file.Charsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionTest {
    private static final String CHINESE = "孟子見梁惠王。王曰：「叟不遠千里而來，亦將有以利吾國乎？」孟子對曰：「王何必曰利？」\r\n";
    private static final String JAPANESE = "私はその人を常に先生と呼んでいた。だからここでもただ先生と書くだけで本名は打ち明けない。\n";

    private static String encoding(byte[] bytes) throws FormatException {
        return TestTexts.detail(TestTexts.open(bytes, "", 4096), "Encoding");
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
        FlowingBook book = TestTexts.open(bytes, "", 4096);
        assertEquals(charset, TestTexts.detail(book, "Encoding"));
        assertTrue(Double.parseDouble(TestTexts.detail(book, "Confidence")) > 0.8);
        assertEquals(new String(bytes, Charset.forName(charset)), TestTexts.wholeText(book));
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        windows-1252 | Où est-elle allée ? Là-bas, près de la forêt, où les élèves ont dîné l’été passé.
        IBM850       | Où est-elle allée ? Là-bas, près de la forêt, où les élèves ont dîné en été.
        x-MacRoman   | Über die Brücke führt der Weg zum großen Schloß, das schöne Gärten hat.
        ISO-8859-15  | Le bœuf et les œufs coûtent à ma sœur 12 € au marché de la vieille cité.
        windows-1250 | Příliš žluťoučký kůň úpěl ďábelské ódy, než došel k řece a „napil“ se.
        ISO-8859-2   | Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw, są też obdarzeni.
        IBM852       | Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw.
        windows-1257 | Visi žmonės gimsta laisvi ir lygūs savo orumu ir teisėmis; jiems suteiktas protas ir sąžinė.
        windows-1254 | Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar; akıl ve vicdana sahiptirler.
        windows-1251 | Все люди рождаются свободными и равными в своём достоинстве и правах.
        KOI8-R       | Все люди рождаются свободными и равными в своем достоинстве и правах.
        IBM866       | Все люди рождаются свободными и равными в своем достоинстве и правах.
        ISO-8859-5   | Все люди рождаются свободными и равными в своём достоинстве и правах.
        x-MacCyrillic| Все люди рождаются свободными и равными в своём достоинстве и правах.
        KOI8-U       | Всі люди народжуються вільними і рівними у своїй гідності та правах.
        windows-1253 | Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.
        x-IBM737     | Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.
        windows-1255 | כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.
        windows-1256 | يولد جميع الناس أحراراً متساوين في الكرامة والحقوق.
        x-windows-874| มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ
        GB18030      | 他走进屋里，看见桌上放着一封信。
        GB18030      | 他走進屋裡，看見桌上放著一封信。
        Big5-HKSCS   | 他走進屋裡，看見桌上放著一封信。
        x-EUC-TW     | 他走進屋裡，看見桌上放著一封信，心裡很是奇怪。
        windows-31j  | 吾輩は猫である。名前はまだ無い。
        windows-31j  | ﾊﾝｶｸｶﾀｶﾅ ﾀﾞｹﾉ ﾌﾞﾝｼｮｳ ﾃﾞｽ｡
        EUC-JP       | 吾輩は猫である。名前はまだ無い。
        ISO-2022-JP  | 吾輩は猫である。名前はまだ無い。
        x-windows-949| 모든 인간은 태어날 때부터 자유로우며 존엄과 권리에 있어 동등하다.
        ISO-2022-KR  | 모든 인간은 태어날 때부터 자유로우며 존엄과 권리에 있어 동등하다.
        UTF-16LE     | 他走进屋里看见桌上放着一封信
        UTF-16BE     | 吾輩は猫である。名前はまだ無い。
        UTF-16LE     | The quick brown fox jumps over the lazy dog.
        UTF-32LE     | 他走进屋里，看见桌上放着一封信。
        UTF-32BE     | The quick brown fox jumps over the lazy dog.
        """)
    void aSentenceIsEnough(String charset, String text) throws FormatException {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        FlowingBook book = TestTexts.open(bytes, "", 4096);
        assertEquals(charset, TestTexts.detail(book, "Encoding"), TestTexts.detail(book, "Reason"));
    }

    /** Where other languages have letters in the same places. */
    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "x-MacRoman"})
    void englishWithTheMarksOfBooksIsEnglish(String charset) throws FormatException {
        String text = "There was nothing in the letter that anybody could have taken for an answer, and she didn’t "
                + "read it again—not that evening, when the children’s voices came from the garden below. ";
        assertEquals(charset, encoding(text.repeat(30).getBytes(Charset.forName(charset))));
        String few = "There was nothing in the letter that anybody could have taken for an answer. ".repeat(40);
        assertEquals(charset, encoding((few + text).getBytes(Charset.forName(charset))));
    }

    @Test
    void damagedUtf8WithFewOtherCharactersIsUtf8() throws FormatException {
        byte[] text =
                "The old man said “nothing”, and that’s all there is to tell of it…".getBytes(StandardCharsets.UTF_8);
        assertEquals("UTF-8", encoding(Arrays.copyOf(text, text.length - 1)));
        byte[] stray = text.clone();
        stray[4] = (byte) 0x92;
        assertEquals("UTF-8", encoding(stray));
        byte[] french = "Où est-elle allée ? Là-bas, près de la forêt, où les élèves ont dîné l’été passé."
                .getBytes(StandardCharsets.UTF_8);
        french[30] = (byte) 0xE9;
        assertEquals("UTF-8", encoding(french));
    }

    @ParameterizedTest
    @CsvSource({"─, GB18030", "─, Big5-HKSCS", "═, GB18030", "＝, GB18030", "★, Big5-HKSCS", "─, UTF-16LE", "─, UTF-16BE"
    })
    void aRowOfOneSignSaysLittle(String sign, String charset) throws FormatException {
        String text = sign.repeat(120) + "\n他走進屋裡，看見桌上放著一封信，心裡很是奇怪。\n" + sign.repeat(120) + "\n";
        assertEquals(charset, encoding(text.getBytes(Charset.forName(charset))));
    }

    @Test
    void oneDamagedByteDoesNotLoseATextOfSevenBits() throws FormatException {
        byte[] text = JAPANESE.repeat(40).getBytes(Charset.forName("ISO-2022-JP"));
        text[text.length - 1] = (byte) 0xFF;
        assertEquals("ISO-2022-JP", encoding(text));
        assertEquals(
                "ISO-2022-JP",
                encoding(("Plain lines come first.\n".repeat(20_000) + JAPANESE.repeat(40))
                        .getBytes(Charset.forName("ISO-2022-JP"))));
    }

    @Test
    void charsetsThatTheJdkDoesNotHaveAreRead() throws FormatException {
        String vietnamese =
                "T\u00A4t c\u00E4 m\u00F7i ng\u00DF\u00B6i sinh ra \u00F0\u00ABu \u00F0\u00DF\u00FEc t\u00F1 do";
        FlowingBook viscii = TestTexts.open(vietnamese.getBytes(StandardCharsets.ISO_8859_1), "", 4096);
        assertEquals("VISCII", TestTexts.detail(viscii, "Encoding"));
        assertEquals("Tất cả mọi người sinh ra đều được tự do", TestTexts.wholeText(viscii));
        FlowingBook hz = TestTexts.open("~{<:Ky2;S{~}, Confucius.\n".getBytes(StandardCharsets.US_ASCII), "", 4096);
        assertEquals("HZ-GB-2312", TestTexts.detail(hz, "Encoding"));
        assertEquals("己所不欲, Confucius.\n", TestTexts.wholeText(hz));
        FlowingBook welsh =
                TestTexts.open("dŵr".replace("ŵ", "\u00F0").getBytes(StandardCharsets.ISO_8859_1), "latin8", 4096);
        assertEquals("dŵr", TestTexts.wholeText(welsh));
    }

    @Test
    void aProgramWithTheMarkOfHzStaysAscii() throws FormatException {
        assertEquals("UTF-8", encoding("if (~{x} > 2) ~{ a }\n".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void damagedBytesAreCounted() throws FormatException {
        byte[] bytes = CHINESE.repeat(100).getBytes(Charset.forName("Big5"));
        bytes[1000] = (byte) 0xFF;
        bytes[3001] = (byte) 0xFF;
        FlowingBook book = TestTexts.open(bytes, "", 4096);
        assertEquals("Big5-HKSCS", TestTexts.detail(book, "Encoding"));
        assertTrue(TestTexts.detail(book, "Undecodable").matches("[1-4] places in [\\d,]+ bytes looked at"));
        FlowingBook sound = TestTexts.open(CHINESE.getBytes(StandardCharsets.UTF_8), "", 4096);
        assertTrue(sound.metadata().details().stream()
                .noneMatch(detail -> detail.name().equals("Undecodable")));
    }

    @Test
    void aTruncatedTailIsCounted() throws FormatException {
        byte[] bytes = CHINESE.repeat(20).strip().getBytes(StandardCharsets.UTF_8);
        FlowingBook book = TestTexts.open(Arrays.copyOf(bytes, bytes.length - 1), "", 4096);
        assertEquals("UTF-8", TestTexts.detail(book, "Encoding"));
        assertTrue(TestTexts.detail(book, "Undecodable").startsWith("1 place"));
    }

    @Test
    void binariesAreNotText() {
        Random random = new Random(1);
        byte[] noise = new byte[50_000];
        random.nextBytes(noise);
        byte[] picture = noise.clone();
        System.arraycopy("\u0089PNG\r\n".getBytes(StandardCharsets.ISO_8859_1), 0, picture, 0, 6);
        for (byte[] bytes : List.of(noise, picture, new byte[10_000])) {
            FormatException e = assertThrows(FormatException.class, () -> TestTexts.open(bytes, "", 4096));
            assertEquals(Reason.UNSUPPORTED, e.reason());
            assertTrue(e.getMessage().contains("not text"), e.getMessage());
        }
    }

    @Test
    void aTextWithSomeNulsIsStillText() throws FormatException {
        byte[] bytes = CHINESE.repeat(40).getBytes(Charset.forName("GBK"));
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\r' ? 0 : bytes[i];
        }
        assertEquals("GB18030", encoding(bytes));
    }

    @Test
    void everyAnswerIsAChoiceOfTheSetting() {
        List<String> choices = new TxtFormat().settings().get(0).choices();
        for (OneByteCharsets.Entry entry : OneByteCharsets.all()) {
            assertTrue(choices.contains(entry.charset().name()), entry.charset().name());
        }
        assertEquals(choices.stream().distinct().toList(), choices);
        choices.forEach(choice -> assertEquals(choice, Charsets.forName(choice).name()));
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
        FlowingBook book = TestTexts.open(text.getBytes(Charset.forName("Big5")), "", 4096);
        assertEquals("Big5-HKSCS", TestTexts.detail(book, "Encoding"), TestTexts.detail(book, "Reason"));
    }

    @Test
    void theReasonIsASentence() throws FormatException {
        FlowingBook book = TestTexts.open("一二三".getBytes(StandardCharsets.UTF_8), "", 4096);
        assertEquals("valid UTF-8, 3 multi-byte sequences", TestTexts.detail(book, "Reason"));
    }

    @Test
    void theSettingOverridesTheDetection() throws FormatException {
        FlowingBook book = TestTexts.open(CHINESE.getBytes(StandardCharsets.UTF_8), "Big5-HKSCS", 4096);
        assertEquals("Big5-HKSCS", TestTexts.detail(book, "Encoding"));
        FormatException unknown =
                assertThrows(FormatException.class, () -> TestTexts.open(new byte[9], "no such charset", 4096));
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
