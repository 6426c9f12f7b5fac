package netreader.protocol;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.util.Optional;

/** An Optional is its value, or nothing at all. */
final class OptionalAdapterFactory implements TypeAdapterFactory {
    @Override
    @SuppressWarnings("unchecked") // the raw type is checked to be Optional
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        if (type.getRawType() != Optional.class || !(type.getType() instanceof ParameterizedType parameterized)) {
            return null; // Gson's way of saying "not mine"
        }
        TypeAdapter<Object> value = (TypeAdapter<Object>)
                gson.getAdapter(TypeToken.get(parameterized.getActualTypeArguments()[0]));
        return (TypeAdapter<T>) new OptionalAdapter(value);
    }

    private static final class OptionalAdapter extends TypeAdapter<Optional<Object>> {
        private final TypeAdapter<Object> value;

        OptionalAdapter(TypeAdapter<Object> value) {
            this.value = value;
        }

        @Override
        public void write(JsonWriter out, Optional<Object> optional) throws IOException {
            if (optional.isPresent()) {
                value.write(out, optional.get());
            } else {
                out.nullValue();
            }
        }

        @Override
        public Optional<Object> read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Optional.empty();
            }
            return Optional.ofNullable(value.read(in));
        }
    }
}
