package netreader.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.Strictness;
import java.nio.charset.StandardCharsets;

/** Reads and writes the JSON of bodies: strict, UTF-8. */
final class Json {
    static final Gson GSON = new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .disableHtmlEscaping()
            .registerTypeAdapterFactory(new OptionalAdapterFactory())
            .registerTypeAdapter(long.class, new WholeNumberAdapter<>(Long::valueOf))
            .registerTypeAdapter(int.class, new WholeNumberAdapter<>(Integer::valueOf))
            .create();

    private Json() {}

    static byte[] bytes(JsonElement json) {
        return GSON.toJson(json).getBytes(StandardCharsets.UTF_8);
    }
}
