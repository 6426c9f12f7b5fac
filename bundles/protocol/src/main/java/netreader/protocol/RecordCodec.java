package netreader.protocol;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A record as fields of a header: whole numbers, numbers, truths, texts, texts by name, records, and each of these as an
 * Optional, which is left out when it is empty. Any thread.
 */
final class RecordCodec {
    private static final Map<Class<?>, RecordCodec> ALL = new ConcurrentHashMap<>();

    private record Field(String name, Class<?> type, boolean optional, Method accessor) {}

    private final List<Field> fields;
    private final Constructor<?> constructor;

    private RecordCodec(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        fields = Arrays.stream(components).map(RecordCodec::field).toList();
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("A record has a constructor for its components", e);
        }
    }

    static RecordCodec of(Class<?> type) {
        RecordCodec known = ALL.get(type);
        return known == null ? ALL.computeIfAbsent(type, RecordCodec::new) : known;
    }

    private static Field field(RecordComponent component) {
        Type type = component.getGenericType();
        boolean optional = component.getType() == Optional.class;
        Class<?> value =
                optional ? (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0] : component.getType();
        return new Field(component.getName(), value, optional, component.getAccessor());
    }

    /** The first field that must be there and is not. */
    Optional<String> missing(Header header) {
        for (Field field : fields) {
            if (!field.optional() && !header.has(field.name())) {
                return Optional.of(field.name());
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException if a field is not of its kind, or the record does not take it */
    Object read(Header header) {
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            Optional<Object> value = header.get(field.name()).map(given -> converted(given, field.type()));
            values[i] = field.optional() ? value : value.orElse(null);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object converted(Object value, Class<?> type) {
        if (type == int.class && value instanceof Long number) {
            return Math.toIntExact(number);
        }
        if (type == double.class && value instanceof Long number) {
            return number.doubleValue();
        }
        if (type.isRecord() && value instanceof Header nested) {
            return of(type).read(nested);
        }
        if (type == Map.class && value instanceof Header nested) {
            return nested.texts();
        }
        boolean fits = (type == long.class && value instanceof Long)
                || (type == double.class && value instanceof Double)
                || (type == boolean.class && value instanceof Boolean)
                || type.isInstance(value);
        if (!fits) {
            throw new IllegalArgumentException(value + " is no " + type.getSimpleName());
        }
        return value;
    }

    void write(Object message, HeaderWriter out) {
        for (Field field : fields) {
            Object value = value(field, message);
            if (value instanceof Optional<?> optional) {
                if (optional.isEmpty()) {
                    continue;
                }
                value = optional.get();
            }
            out.name(field.name());
            write(out, value);
        }
    }

    private static Object value(Field field, Object message) {
        try {
            return field.accessor().invoke(message);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's component can be read", e);
        }
    }

    private static void write(HeaderWriter out, Object value) {
        if (value instanceof String text) {
            out.text(text);
        } else if (value instanceof Map<?, ?> texts) {
            out.begin();
            texts.forEach((name, text) -> out.field(name.toString(), text.toString()));
            out.end();
        } else if (value instanceof Record nested) {
            out.begin();
            of(nested.getClass()).write(nested, out);
            out.end();
        } else {
            out.ascii(value.toString()); // numbers and truths are written as Java writes them
        }
    }
}
