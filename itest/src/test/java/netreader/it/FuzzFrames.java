package netreader.it;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import netreader.it.FuzzCase.Expected;

/** Conversations in frames in which something is broken, and what the server must make of them. */
final class FuzzFrames {
    private static final int MAX_HEADER_BEFORE_HELLO = 1024;
    private static final int MAX_HEADER = 16 * 1024;
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1e400",
            "-0",
            "0.5",
            "1E2",
            "1" + "0".repeat(300));
    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "\"\"",
            "\"1\"",
            "\"\\u0000\\uD800\"",
            "\"\\uDC00 \\n\\t\\\"\"",
            "\"../../etc/passwd\"",
            "\"书\uD83D\uDCDA\"",
            "[]",
            "{}",
            "[1,[2,{\"a\":[]}]]",
            "{\"id\":7,\"body\":9}");

    private final RandomGenerator random;
    private final List<String> versions;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Expected> expected = new ArrayList<>();
    private final List<Long> ids = new ArrayList<>();
    private boolean greeted;
    private boolean over;

    /** @param versions of the books, whose numbers count from 1 */
    FuzzFrames(RandomGenerator random, List<String> versions) {
        this.random = random;
        this.versions = versions;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    List<Expected> expected() {
        return expected;
    }

    /** Writes a conversation. */
    void write() {
        int requests = random.nextInt(100) == 0 ? 100 + random.nextInt(300) : 1 + random.nextInt(6);
        double broken = random.nextInt(3) == 0 ? 0.5 : 1.0 / requests;
        if (random.nextInt(8) > 0) {
            frame(header("hello", random.nextInt(1000)));
            expect(new Expected.Reply(ids.get(0)));
            greeted = true;
        }
        for (int i = 0; i < requests; i++) {
            if (random.nextDouble() < broken) {
                writeBroken();
            } else {
                writeSound();
            }
        }
        if (random.nextInt(10) == 0) {
            cut();
        }
    }

    private void expect(Expected next) {
        if (!over) {
            expected.add(next);
            over = !(next instanceof Expected.Reply);
        }
    }

    /** The last frame does not end: it gets no reply. */
    private void cut() {
        int length = 1 + random.nextInt(200);
        byte[] some = new byte[4 + random.nextInt(length)];
        bytes.writeBytes(
                Arrays.copyOf(ByteBuffer.wrap(some).putInt(0, length).array(), 1 + random.nextInt(some.length)));
    }

    private void writeSound() {
        Map<String, String> fields = header(op(), id());
        frame(fields);
        expect(new Expected.Reply(ids.get(ids.size() - 1)));
        greeted |= fields.get("op").equals("\"hello\"");
    }

    private long id() {
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> random.nextLong();
            case 2 -> Long.MAX_VALUE;
            default -> random.nextInt(100);
        };
    }

    private String op() {
        return pick(List.of(
                "hello",
                "ping",
                "shelf",
                "info",
                "cover",
                "read",
                "open",
                "page",
                "page",
                "pageAt",
                "outline",
                "find",
                "set",
                "close",
                "position",
                "putPosition"));
    }

    private Map<String, String> header(String op, long id) {
        ids.add(id);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", Long.toString(id));
        fields.put("op", '"' + op + '"');
        int book = 1 + random.nextInt(versions.size());
        String handle = Integer.toString(1 + random.nextInt(3));
        switch (op) {
            case "hello" -> {
                fields.put("protocol", "1");
                fields.put("reader", "\"reader " + random.nextInt(5) + '"');
                fields.put("device", "\"device\"");
                fields.put("software", "\"fuzz\"");
            }
            case "ping" -> {}
            case "shelf" -> fields.put("since", Integer.toString(random.nextInt(5)));
            case "read" -> {
                fields.put("book", Integer.toString(book));
                fields.put("version", '"' + versions.get(book - 1) + '"');
                fields.put("at", Integer.toString(random.nextInt(100_000)));
                fields.put("length", Integer.toString(random.nextInt(random.nextInt(20) == 0 ? 1_000_000 : 3_000)));
            }
            case "open" -> {
                fields.put("book", Integer.toString(book));
                fields.put("pageBytes", Integer.toString(random.nextInt(4) > 0 ? 1024 : 256 << random.nextInt(9)));
            }
            case "page" -> {
                fields.put("handle", handle);
                fields.put("page", Integer.toString(random.nextInt(50)));
            }
            case "pageAt" -> {
                fields.put("handle", handle);
                fields.put("anchor", Integer.toString(random.nextInt(100_000)));
            }
            case "find" -> {
                fields.put("handle", handle);
                fields.put("query", pick(List.of("\"a\"", "\"曰\"", "\" \"", "\"no such words\"")));
                fields.put("from", Integer.toString(random.nextInt(100_000)));
                fields.put("limit", Integer.toString(random.nextInt(300)));
            }
            case "set" -> { // nothing that others who read the book would notice
                fields.put("book", Integer.toString(book));
                fields.put("settings", pick(List.of("{}", "{\"charset\":\"\"}", "{\"colour\":\"blue\"}")));
            }
            case "outline" -> {
                fields.put("handle", handle);
                fields.put("from", Integer.toString(random.nextInt(20)));
            }
            case "close" -> fields.put("handle", handle);
            case "putPosition" -> {
                fields.put("book", Integer.toString(book));
                fields.put("anchor", Integer.toString(random.nextInt(100_000)));
                fields.put("fraction", Double.toString(random.nextDouble()));
            }
            default -> fields.put("book", Integer.toString(book));
        }
        return fields;
    }

    private void frame(Map<String, String> fields) {
        frame(json(fields).getBytes(StandardCharsets.UTF_8));
    }

    private void frame(byte[] header) {
        frame(header.length, header);
    }

    private void frame(int length, byte[] header) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(0, length).array());
        bytes.writeBytes(header);
    }

    private static String json(Map<String, String> fields) {
        StringBuilder json = new StringBuilder("{");
        fields.forEach((name, value) -> json.append(json.length() == 1 ? "\"" : ",\"")
                .append(name)
                .append("\":")
                .append(value));
        return json.append('}').toString();
    }

    private void writeBroken() {
        if (bytes.size() == 0) {
            writeSound(); // the first byte chooses the dialect
        }
        Map<String, String> fields = header(op(), id());
        byte[] sound = json(fields).getBytes(StandardCharsets.UTF_8);
        Expected reply = new Expected.Reply(ids.get(ids.size() - 1));
        switch (random.nextInt(16)) {
            case 0 -> { // lengths that no header has
                frame(pick(List.of(0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 65_536, -random.nextInt(9999))), sound);
                expect(new Expected.Fatal());
            }
            case 1 -> { // longer than allowed
                int length = (greeted ? MAX_HEADER : MAX_HEADER_BEFORE_HELLO) + 1;
                fields.put("more", '"' + "x".repeat(length) + '"');
                frame(fields);
                expect(greeted || ids.size() == 1 ? new Expected.Fatal() : new Expected.Anything());
            }
            case 2 -> { // a length that is not the header's
                frame(Math.max(1, sound.length + random.nextInt(-20, 20)), sound);
                expect(new Expected.Anything());
            }
            case 3 -> { // any bytes in the place of some
                for (int i = random.nextInt(4); i >= 0; i--) {
                    sound[random.nextInt(sound.length)] = (byte) random.nextInt();
                }
                frame(sound);
                expect(new Expected.Anything());
            }
            case 4 -> { // never UTF-8, wherever it stands
                sound[random.nextInt(sound.length)] =
                        pick(List.of(0xFF, 0xFE, 0xC0, 0xC1, 0xF8)).byteValue();
                frame(sound);
                expect(new Expected.Fatal());
            }
            case 5 -> { // a field is missing
                String gone = pick(List.copyOf(fields.keySet()));
                fields.remove(gone);
                frame(fields);
                expect(gone.equals("id") ? new Expected.Fatal() : reply);
            }
            case 6, 7, 8 -> { // a value of another kind, or an extreme one
                List<String> names = fields.keySet().stream()
                        .filter(name -> !name.equals("id"))
                        .toList();
                fields.put(pick(names), random.nextBoolean() ? pick(NUMBERS) : pick(OTHERS));
                frame(fields);
                expect(reply);
            }
            case 9 -> { // an id that is none
                fields.put("id", pick(List.of("null", "1.5", "\"1\"", "[]", "1e3", "9223372036854775808", "true")));
                frame(fields);
                expect(new Expected.Fatal());
            }
            case 10 -> { // the same name twice
                String twice = pick(List.copyOf(fields.keySet()));
                frame(json(fields).replaceFirst("\\{", "{\"" + twice + "\":0,").getBytes(StandardCharsets.UTF_8));
                expect(new Expected.Fatal());
            }
            case 11 -> { // nested deeply
                int depth = random.nextInt(1, 400);
                String nest = random.nextBoolean()
                        ? "[".repeat(depth) + "]".repeat(depth)
                        : "{\"a\":".repeat(depth) + "0" + "}".repeat(depth);
                fields.put("deep", nest);
                frame(fields);
                expect(depth < 15 ? reply : depth > 16 ? new Expected.Fatal() : new Expected.Anything());
            }
            case 12 -> { // bodies, which no request has
                fields.put(
                        "body", pick(List.of("1", "-1", "4294967296", "\"0\"", "null", "0.0", "9223372036854775807")));
                frame(fields);
                bytes.writeBytes(new byte[random.nextInt(3)]);
                expect(new Expected.Fatal());
            }
            case 13 -> { // what is not known
                fields.put("op", '"' + pick(List.of("", "Hello", "failure", "\\u0000", "x".repeat(500), "出")) + '"');
                fields.put("unknown", pick(OTHERS));
                fields.put("body", "0");
                frame(fields);
                expect(reply);
            }
            case 14 -> { // another dialect, or no JSON
                bytes.writeBytes(pick(List.of("1 论语.txt", "2 0\n", "GET / HTTP/1.1\r\n\r\n", "\u0016\u0003\u0001 TLS"))
                        .getBytes(StandardCharsets.UTF_8));
                bytes.writeBytes(new byte[4]);
                expect(new Expected.Fatal());
            }
            default -> { // a header that is no object
                frame(pick(List.of("[]", "0", "{", "{}{}", "nul", "{\"id\":01}", "\uFEFF{}", " ", "{,}", "{\"a\"}"))
                        .getBytes(StandardCharsets.UTF_8));
                expect(new Expected.Fatal());
            }
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
