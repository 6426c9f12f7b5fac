package netreader.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a frame's header as they came; {@link MessageCodec} reads the message in them. */
public final class Header {
    /** A field that is there without a value. */
    enum Null {
        NULL
    }

    /** A list. No message has one in its header, but a later version may. */
    enum Elements {
        UNREAD
    }

    private final List<String> names = new ArrayList<>(8);
    private final List<Object> values = new ArrayList<>(8);

    Header() {}

    /**
     * @param value a String, Long, Double, Boolean, Header, {@link Null} or {@link Elements}
     * @return whether the name is new
     */
    boolean add(String name, Object value) {
        boolean known = names.contains(name);
        names.add(name);
        values.add(value);
        return !known;
    }

    boolean has(String name) {
        return names.contains(name);
    }

    /** A field that has a value. */
    Optional<Object> get(String name) {
        int index = names.indexOf(name);
        return index < 0 || values.get(index) == Null.NULL ? Optional.empty() : Optional.of(values.get(index));
    }

    /**
     * All fields of an object whose values are texts.
     *
     * @throws IllegalArgumentException if one is not
     */
    Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!(values.get(i) instanceof String text)) {
                throw new IllegalArgumentException(names.get(i) + " is no text");
            }
            texts.put(names.get(i), text);
        }
        return texts;
    }

    /** A field if it is of that type. */
    <T> Optional<T> get(String name, Class<T> type) {
        return get(name).filter(type::isInstance).map(type::cast);
    }
}
