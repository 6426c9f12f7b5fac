package netreader.dialect.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RequestTest {
    private static final String TOO_LONG = "A request has at most 1024 bytes";

    @TempDir
    private Path folder;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer(folder, Map.of());
        server.put("论语.txt", "子曰".getBytes(StandardCharsets.UTF_8));
        server.awaitBooks(1);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void nonsenseIsAnsweredAndTheNextRequestIsServed() throws Exception {
        String page = "A page is a number, 1 for the first page or 0 for the next one";
        String noPage = "After 2 come a space and the number of a page";
        String type = "A request begins with 0, 1, 2 or 3";
        Map<String, String> answers = Map.ofEntries(
                Map.entry("2 x", page),
                Map.entry("2 -1", page),
                Map.entry("2 1.5", page),
                Map.entry("2 02 0", page),
                Map.entry("2  ", page),
                Map.entry("2 ٣", page),
                Map.entry("2", noPage),
                Map.entry("2 ", noPage),
                Map.entry("22", noPage),
                Map.entry("0", "After 0 come a space and the name of a file"),
                Map.entry("1 ", "After 1 come a space and the name of a file"),
                Map.entry("1\n", "After 1 come a space and the name of a file"),
                Map.entry("9", type),
                Map.entry("GET / HTTP/1.1", type),
                Map.entry("\n", type),
                Map.entry(" 3", type),
                Map.entry("论语.txt", type));
        try (ClassicClient client = server.connect()) {
            assertEquals("1", client.ask("1 论语.txt"));
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                assertEquals(answer.getValue(), client.ask(answer.getKey()), answer.getKey());
                assertEquals("子曰", client.ask("2 1"));
            }
            assertEquals("子曰", client.ask("2 001"));
            assertEquals("子曰", client.ask("2  1 "), "as the report reads a number");
        }
    }

    @Test
    void aFirstByteThatComesAloneWaitsForItsRequest() throws Exception {
        try (ClassicClient client = server.connect()) {
            client.send("1");
            client.send(" ");
            client.send("论语.txt");
            assertEquals("1", client.hear());
            client.send("2");
            client.send(" 0");
            assertEquals("子曰", client.hear());
        }
    }

    @Test
    void aCharacterThatWasCutInTwoIsPutTogether() throws Exception {
        byte[] request = "1 论语.txt".getBytes(StandardCharsets.UTF_8);
        for (int cut : List.of(3, 4, 6, 7)) { // inside the characters, 3 bytes each
            try (ClassicClient client = server.connect()) {
                client.send(Arrays.copyOf(request, cut));
                client.send(Arrays.copyOfRange(request, cut, request.length));
                assertEquals("1", client.hear(), "cut at " + cut);
            }
        }
    }

    @Test
    void whatIsNoTextIsAnErrorAndTheNextRequestIsServed() throws Exception {
        try (ClassicClient client = server.connect()) {
            for (byte[] request : List.of(
                    new byte[] {'1', ' ', (byte) 0xE8, (byte) 0xAE},
                    new byte[] {'1', ' ', (byte) 0xFF, 'a'},
                    "1 论语.txt".getBytes("GBK"))) {
                client.send(request);
                assertEquals("A request is text in UTF-8", client.hear());
                assertEquals("1", client.ask("1 论语.txt"));
            }
        }
    }

    @Test
    void whatIsTooLongIsSwallowedWhole() throws Exception {
        try (ClassicClient client = server.connect()) {
            assertEquals(TOO_LONG, client.ask("1 " + "x".repeat(1023)));
            assertEquals("1", client.ask("1 论语.txt"));
            assertEquals(TOO_LONG, client.ask("1 " + "长".repeat(100_000)));
            assertEquals("1", client.ask("1 论语.txt"));
        }
    }

    @Test
    void aRequestOf1024BytesIsARequestAndItsAnswerIsShort() throws Exception {
        try (ClassicClient client = server.connect()) {
            String answer = client.ask("1 " + "x".repeat(1022));
            assertTrue(answer.startsWith("There is no book named xxx") && answer.endsWith("x…"), answer);
            assertEquals(960, answer.getBytes(StandardCharsets.UTF_8).length);
            String chinese = client.ask("0 " + "长".repeat(340));
            assertTrue(chinese.startsWith("There is no file named 长长"), chinese);
            assertTrue(chinese.getBytes(StandardCharsets.UTF_8).length <= 960);
            assertEquals("There is no file named a?b?c?[31m on the shelf", client.ask("0 a\rb\u202ec\u001b[31m"));
        }
    }

    @Test
    void theEndOfALineIsNoPartOfARequest() throws Exception {
        try (ClassicClient client = server.connect()) {
            assertEquals("1", client.ask("1 论语.txt\r\n"));
            assertEquals("子曰", client.ask("2 0\n"));
            assertEquals("已关闭文件", client.ask("3\n"));
        }
    }

    @Test
    void requestsAreLoggedOnOneLineEach() throws Exception {
        Logger logger = Logger.getLogger(Conversation.class.getName());
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler keeper = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getLevel() + " " + new SimpleFormatter().formatMessage(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(keeper);
        try (ClassicClient client = server.connect()) {
            client.fetch("PDF.db");
            client.ask("1 a{0}'b\nINFO end connection 7\u2028");
            client.ask("1 " + "x".repeat(900));
        } finally {
            logger.removeHandler(keeper);
        }
        assertEquals("INFO connection 1 request: 0 PDF.db", lines.get(0));
        assertEquals("INFO connection 1 request: 1 a{0}'b?INFO end connection 7?", lines.get(1));
        assertEquals(
                "INFO connection 1 error: There is no book named a{0}'b?INFO end connection 7? on the shelf",
                lines.get(2));
        assertTrue(lines.get(3).endsWith("xxx…") && lines.get(3).length() < 350, lines.get(3));
    }

    @Test
    void aClientThatIsSilentForTooLongIsToldSo(@TempDir Path other) throws Exception {
        try (TestServer strict = new TestServer(other, Map.of("idleTimeoutInSeconds", 1));
                ClassicClient client = strict.connect()) {
            assertEquals("已关闭文件", client.ask("3"));
            assertEquals("NetReader has waited too long for a request", client.hear());
            assertEquals("", client.hear());
        }
    }

    @Test
    void aClientForWhomThereIsNoPlaceIsToldSo(@TempDir Path other) throws Exception {
        try (TestServer small = new TestServer(other, Map.of("maxConnections", 1));
                ClassicClient first = small.connect()) {
            assertEquals("已关闭文件", first.ask("3")); // now it has its place
            try (ClassicClient second = small.connect()) {
                assertEquals("NetReader is busy: too many connections are open", second.ask("0 PDF.db"));
                assertEquals("", second.hear());
            }
            assertEquals("已关闭文件", first.ask("3"));
        }
    }

    @Test
    void aServerThatStopsSaysNothing() throws Exception {
        try (ClassicClient client = server.connect()) {
            assertEquals("已关闭文件", client.ask("3"));
            server.stopListening();
            assertEquals("", client.hear());
        }
        assertFalse(server.shelf().isEmpty());
    }
}
