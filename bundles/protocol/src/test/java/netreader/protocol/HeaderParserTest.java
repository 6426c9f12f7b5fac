package netreader.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderParserTest {
    private static final int ROUNDS = 100_000;
    private static final String TEXTS = "ab\\\"/\u00e9\u4e2d\ud83d\ude00 \u007f\ufffd";
    private static final String HOSTILE = "{}[]\",:\\u0123456789.eE+-tfn \u00e9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "7",
                "{}x",
                "{} {}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":-}",
                "{\"a\":1e}",
                "{\"a\":NaN}",
                "{\"a\":True}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\\u12",
                "{\"a\":\"\\",
                "{\"a\":1,\"a\":2}",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}"
            })
    void whatIsNoObjectIsABadFrame(String json) {
        assertBad(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatAreNoUtf8AreABadFrame() {
        assertBad("{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aDepthThatWouldOverflowTheStackIsABadFrame() {
        assertBad(("{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void textsAndNumbersComeAsTheyAreMeant() throws ProtocolException {
        Header header = parse("{\"a\":\"\\u4e2d\\ud83d\\ude00\\n\\/\uFFFD\", \"b\":-9223372036854775808,\"c\":1e3,"
                + "\"d\":9223372036854775808,\"e\":null,\"f\":{\"g\":true},\"h\":[{}]}");
        assertEquals("中😀\n/\uFFFD", header.get("a").orElseThrow());
        assertEquals(Long.MIN_VALUE, header.get("b").orElseThrow());
        assertEquals(1000.0, header.get("c").orElseThrow());
        assertEquals((double) Long.MAX_VALUE, header.get("d").orElseThrow());
        assertEquals(true, header.has("e") && header.get("e").isEmpty());
        assertEquals(true, ((Header) header.get("f").orElseThrow()).get("g").orElseThrow());
    }

    /** Gson, at its strictest, says what is JSON. */
    @Test
    void randomObjectsWholeAndDamagedAreTakenAsGsonTakesThem() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] json = object(random, 0).getBytes(StandardCharsets.UTF_8);
            if (random.nextBoolean()) {
                int at = random.nextInt(json.length);
                json[at] = (byte)
                        (random.nextInt(8) == 0
                                ? random.nextInt(256)
                                : HOSTILE.charAt(random.nextInt(HOSTILE.length())));
            }
            String said = "seed " + seed + ": " + new String(json, StandardCharsets.UTF_8);
            String ours = byUs(json);
            if (!ours.contains("twice")) { // Gson takes the last of two fields with one name
                assertEquals(byGson(json), ours, said);
            }
        }
    }

    private static String byUs(byte[] json) {
        try {
            Header header = HeaderParser.parse(ByteBuffer.wrap(json));
            return "" + header.get("0").orElse("nothing");
        } catch (ProtocolException e) {
            return e.getMessage().contains("twice") ? "twice" : "bad";
        }
    }

    private static String byGson(byte[] json) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            if (Json.GSON.fromJson(text, JsonElement.class) instanceof JsonObject object) {
                return described(object.get("0"));
            }
            return "bad";
        } catch (CharacterCodingException | JsonParseException e) {
            return "bad";
        }
    }

    private static String described(JsonElement value) {
        if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            try {
                return "" + Long.valueOf(primitive.getAsString());
            } catch (NumberFormatException e) {
                return "" + primitive.getAsDouble();
            }
        }
        return value instanceof JsonPrimitive primitive ? primitive.getAsString() : "nothing";
    }

    /** The first field is a plain value, so that it can be compared. */
    private static String object(Random random, int depth) {
        StringBuilder json = new StringBuilder("{");
        int fields = random.nextInt(4);
        for (int i = 0; i < fields; i++) {
            json.append(i == 0 ? "" : ",").append('"').append(i).append("\":");
            json.append(i == 0 || depth > 3 ? plain(random) : any(random, depth));
        }
        return json.append(random.nextBoolean() ? " }" : "}").toString();
    }

    /** Not as deep as our parser refuses to go. */
    private static String any(Random random, int depth) {
        return switch (depth > 8 ? 2 : random.nextInt(3)) {
            case 0 -> object(random, depth + 1);
            case 1 -> "[" + plain(random) + ", " + any(random, depth + 1) + "]";
            default -> plain(random);
        };
    }

    private static String plain(Random random) {
        List<String> words = List.of("true", "false", "null", "0", "-0", "1.25", "-3e-7", "1E2", "\"\"");
        return switch (random.nextInt(3)) {
            case 0 -> words.get(random.nextInt(words.size()));
            case 1 -> Long.toString(random.nextLong() >> random.nextInt(64));
            default -> Json.GSON.toJson(text(random));
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            int at = TEXTS.offsetByCodePoints(0, random.nextInt(TEXTS.codePointCount(0, TEXTS.length())));
            text.appendCodePoint(TEXTS.codePointAt(at)).append((char) random.nextInt(40));
        }
        return text.toString();
    }

    private static Header parse(String json) throws ProtocolException {
        return HeaderParser.parse(StandardCharsets.UTF_8.encode(json));
    }

    private static void assertBad(byte[] json) {
        ProtocolException e = assertThrows(ProtocolException.class, () -> HeaderParser.parse(ByteBuffer.wrap(json)));
        assertEquals(ErrorCode.BAD_FRAME, e.code());
    }
}
