package netreader.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The one JSON reader and writer of the protocol: strict, UTF-8. */
final class Json {
    static final String BODY = "body";

    static final Gson GSON = new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .disableHtmlEscaping()
            .registerTypeAdapterFactory(new OptionalAdapterFactory())
            .registerTypeAdapter(long.class, new WholeNumberAdapter<>(Long::valueOf))
            .registerTypeAdapter(int.class, new WholeNumberAdapter<>(Integer::valueOf))
            .create();

    private Json() {}

    static JsonObject parseObject(ByteBuffer utf8) throws ProtocolException {
        try {
            String text = text(utf8);
            if (GSON.fromJson(text, JsonElement.class) instanceof JsonObject object) {
                return object;
            }
        } catch (CharacterCodingException | JsonParseException e) {
            throw new ProtocolException(ErrorCode.BAD_FRAME, "A header is not a JSON object in UTF-8");
        }
        throw new ProtocolException(ErrorCode.BAD_FRAME, "A header is not a JSON object");
    }

    private static String text(ByteBuffer utf8) throws CharacterCodingException {
        String text = new String(
                utf8.array(), utf8.arrayOffset() + utf8.position(), utf8.remaining(), StandardCharsets.UTF_8);
        // The replacement character stands there itself, or for bytes that are no UTF-8.
        return text.indexOf('\uFFFD') < 0
                ? text
                : StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    }

    static long bodyLength(JsonObject header) throws ProtocolException {
        JsonElement body = header.get(BODY);
        if (body == null) {
            return 0;
        }
        try {
            if (body instanceof JsonPrimitive primitive && primitive.isNumber()) {
                long length = Long.parseLong(primitive.getAsString());
                if (length >= 0) {
                    return length;
                }
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new ProtocolException(ErrorCode.BAD_FRAME, "A body's length is a whole number from 0, not " + body);
    }

    static byte[] bytes(JsonElement json) {
        return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
    }
}
