package netreader.dialect.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import netreader.catalogue.OpenText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReadingTest {
    private static final String ALICE = IntStream.range(0, 300)
            .mapToObj(i -> "Line " + i + " of Alice, who was tired of sitting by her sister.\n")
            .collect(Collectors.joining());

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(folder, Map.of());
        server.put("alice.txt", ALICE.getBytes(StandardCharsets.UTF_8));
        server.awaitBooks(1);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aTextIsReadFromItsFirstPageToItsLast() throws Exception {
        try (ClassicClient client = server.connect()) {
            int pages = Integer.parseInt(client.ask("1 alice.txt"));
            assertEquals((ALICE.length() + 255) / 256, pages);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < pages; i++) {
                text.append(client.ask("2 0"));
            }
            assertEquals(ALICE, text.toString());
            assertEquals("alice.txt has only the pages 1 to " + pages, client.ask("2 0"));
            assertEquals("alice.txt has only the pages 1 to " + pages, client.ask("2 " + (pages + 1)));
            assertEquals("alice.txt has only the pages 1 to " + pages, client.ask("2 99999999999999999999"));
            assertTrue(ALICE.endsWith(client.ask("2 " + pages)));
        }
    }

    @Test
    void theNextPageFollowsTheOneThatWasAskedFor() throws Exception {
        try (ClassicClient client = server.connect()) {
            client.ask("1 alice.txt");
            String second = client.ask("2 2");
            String third = client.ask("2 0");
            assertTrue(ALICE.startsWith(client.ask("2 1") + second + third));
            assertEquals(second, client.ask("2 0"));
            client.ask("2 99999");
            assertEquals(third, client.ask("2 0"), "an error turns no page");
        }
    }

    @Test
    void openingAgainBeginsAtTheFirstPage() throws Exception {
        try (ClassicClient client = server.connect()) {
            client.ask("1 alice.txt");
            String first = client.ask("2 0");
            client.ask("2 7");
            client.ask("1 alice.txt");
            assertEquals(first, client.ask("2 0"));
        }
    }

    @Test
    void openingAnotherTextClosesTheOneBefore() throws Exception {
        server.put("book/论语 📚.txt", "子曰：学而时习之，不亦说乎？".getBytes(StandardCharsets.UTF_8));
        server.awaitBooks(2);
        try (ClassicClient client = server.connect()) {
            client.ask("1 alice.txt");
            assertEquals("1", client.ask("1 book/论语 📚.txt"));
            assertEquals(1, server.formats.openBooks("TXT"));
            assertEquals("子曰：学而时习之，不亦说乎？", client.ask("2 0"));
            assertEquals("There is no book named nothing.txt on the shelf", client.ask("1 nothing.txt"));
            assertEquals("子曰：学而时习之，不亦说乎？", client.ask("2 1"), "what cannot be opened closes nothing");
        }
    }

    @Test
    void closingIsConfirmedAlsoIfNothingIsOpen() throws Exception {
        try (ClassicClient client = server.connect()) {
            assertEquals("已关闭文件", client.ask("3"));
            client.ask("1 alice.txt");
            assertEquals(1, server.formats.openBooks("TXT"));
            assertEquals("已关闭文件", client.ask("3"));
            assertEquals(0, server.formats.openBooks("TXT"));
            assertEquals("已关闭文件", client.ask("3"));
            assertEquals("No text is open; 1 and the name of a text opens one", client.ask("2 0"));
        }
    }

    @Test
    void aConnectionThatEndsClosesWhatItHadOpen() throws Exception {
        server.put("other.txt", "another".getBytes(StandardCharsets.UTF_8));
        server.awaitBooks(2);
        try (ClassicClient orderly = server.connect();
                ClassicClient vanishing = server.connect()) {
            orderly.ask("1 alice.txt");
            vanishing.ask("1 other.txt");
            assertEquals(2, server.formats.openBooks("TXT"));
            orderly.close();
            vanishing.socket.setSoLinger(true, 0); // a reset instead of FIN
            vanishing.close();
        }
        while (server.formats.openBooks("TXT") > 0
                || !server.listener().sessions().isEmpty()) {
            Thread.onSpinWait(); // the test's own timeout ends a wait in vain
        }
    }

    @Test
    void aPageBeforeAnyTextIsAnError() throws Exception {
        try (ClassicClient client = server.connect()) {
            assertEquals("No text is open; 1 and the name of a text opens one", client.ask("2 0"));
            assertEquals("No text is open; 1 and the name of a text opens one", client.ask("2 1"));
        }
    }

    @Test
    void aBookThatIsFetchedIsNotOpened() throws Exception {
        server.put("挽歌.pic", "pages".getBytes(StandardCharsets.UTF_8));
        server.awaitBooks(2);
        try (ClassicClient client = server.connect()) {
            assertEquals("A PIC is not read page by page; fetch its file", client.ask("1 挽歌.pic"));
            assertEquals(Integer.toString((ALICE.length() + 255) / 256), client.ask("1 alice.txt"));
        }
    }

    @Test
    void aTextThatChangesUnderTheReaderIsOpenedAgain() throws Exception {
        try (ClassicClient client = server.connect()) {
            client.ask("1 alice.txt");
            server.put("alice.txt", "another Alice".getBytes(StandardCharsets.UTF_8));
            String changed = "alice.txt has changed on the server; open it again";
            while (!client.ask("2 1").equals(changed)) {
                Thread.onSpinWait(); // a file that was just looked at is not looked at again
            }
            server.awaitShelf(shelf -> shelf.get(0).size() == 13);
            assertEquals("1", client.ask("1 alice.txt"));
            assertEquals("another Alice", client.ask("2 0"));
        }
    }

    @Test
    void anEmptyTextHasNoPages() throws Exception {
        server.put("empty.txt", new byte[0]);
        server.awaitBooks(2);
        try (ClassicClient client = server.connect()) {
            assertEquals("0", client.ask("1 empty.txt"));
            assertEquals("empty.txt has no pages", client.ask("2 0"));
        }
    }

    @Test
    void pagesOfAnotherFormatComeInPortionsAndAnEmptyOneIsALineEnd() throws Exception {
        String longPage = "长".repeat(500) + "📚".repeat(100); // 1,900 bytes
        server.put("own.own", ("first\f\f" + longPage + "\flast").getBytes(StandardCharsets.UTF_8));
        server.awaitBooks(2);
        try (ClassicClient client = server.connect()) {
            assertEquals("4", client.ask("1 own.own"));
            assertEquals("first", client.ask("2 0"));
            assertEquals("\n", client.ask("2 0"));
            assertEquals(longPage.substring(0, 320), client.ask("2 0"));
            assertEquals(longPage, client.ask("2 3") + client.ask("2 0"));
            assertEquals("last", client.ask("2 0"));
            client.ask("2 3");
            assertEquals("first", client.ask("2 1"), "a page that is asked for comes at once");
            assertEquals("\n", client.ask("2 0"));
        }
    }

    @Test
    void everyPageOfEveryKindOfTextFitsIntoOneRead() throws Exception {
        Map<String, byte[]> texts = oddTexts();
        for (Map.Entry<String, byte[]> text : texts.entrySet()) {
            server.put(text.getKey(), text.getValue());
        }
        server.awaitBooks(1 + texts.size());
        int longest = 0;
        try (ClassicClient client = server.connect()) {
            for (String name : texts.keySet()) {
                int pages = Integer.parseInt(client.ask("1 " + name));
                long id = server.catalogue().bookNamed(name).orElseThrow().id();
                try (OpenText text = server.catalogue().openText(id, 256)) {
                    for (int page = 0; page < pages; page++) {
                        String heard = client.ask("2 0");
                        assertEquals(text.page(page).text(), heard, name);
                        longest = Math.max(longest, heard.getBytes(StandardCharsets.UTF_8).length);
                    }
                }
            }
        }
        assertTrue(longest > 900 && longest <= 960, "the longest page has " + longest + " bytes");
    }

    private static Map<String, byte[]> oddTexts() {
        Map<String, byte[]> texts = new LinkedHashMap<>();
        texts.put("thai.txt", in("x-windows-874", "กรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยา".repeat(200)));
        texts.put("thai lines.txt", in("x-windows-874", "กรุงเทพมหานคร อมรรัตนโกสินทร์ มหินทรายุธยา\r\n".repeat(200)));
        texts.put("russian.txt", in("windows-1251", "Все счастливые семьи похожи друг на друга. ".repeat(100)));
        texts.put("katakana.txt", in("windows-31j", "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄ吾輩は猫である。".repeat(200)));
        texts.put("hkscs.txt", in("Big5-HKSCS", "我哋嘅書喺呢度，嚟睇啦。Ê̄ê̌㗎喎".repeat(200)));
        texts.put("emoji.txt", "📚👩‍👩‍👧🐉𠀀".repeat(300).getBytes(StandardCharsets.UTF_8));
        texts.put("gbk.txt", in("GB18030", "话说天下大势，分久必合，合久必分。𠀀".repeat(200)));
        texts.put("wide.txt", in("UTF-16", "话说天下大势，分久必合，合久必分。𠀀".repeat(200)));
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] |=
                    noise[i] >= 0 && noise[i] < ' ' ? (byte) 0xC0 : 0; // with control characters it would be no text
        }
        texts.put("noise.txt", noise);
        byte[] high = new byte[10_000];
        Arrays.fill(high, (byte) 0xFF);
        texts.put("high.txt", high);
        // The longest page there is: it begins after a line that ends early, and ends where it ends at the latest.
        byte[] valid = "文字".repeat(256 * 20).getBytes(StandardCharsets.UTF_8);
        byte[] damaged = Arrays.copyOf(high, 512);
        damaged[193] = '\n';
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(valid);
        text.writeBytes(damaged);
        text.writeBytes(valid);
        texts.put("damaged.txt", text.toByteArray());
        return texts;
    }

    private static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }
}
