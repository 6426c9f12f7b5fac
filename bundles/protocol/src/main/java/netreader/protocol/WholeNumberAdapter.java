package netreader.protocol;

import com.google.gson.JsonSyntaxException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.function.Function;

/** Whole numbers as they stand: Gson's own adapters cut off fractions and wrap what is too large. */
final class WholeNumberAdapter<N extends Number> extends TypeAdapter<N> {
    private final Function<String, N> parse;

    WholeNumberAdapter(Function<String, N> parse) {
        this.parse = parse;
    }

    @Override
    public void write(JsonWriter out, N value) throws IOException {
        out.value(value);
    }

    @Override
    public N read(JsonReader in) throws IOException {
        if (in.peek() != JsonToken.NUMBER) {
            throw new JsonSyntaxException("A whole number is missing");
        }
        try {
            return parse.apply(in.nextString());
        } catch (NumberFormatException e) {
            throw new JsonSyntaxException(e);
        }
    }
}
