package netreader.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns messages into frames and headers into messages. Any thread. */
public final class MessageCodec {
    private static final String ID = "id";
    private static final String OP = "op";
    private static final String EVENT = "event";
    private static final String ERROR = "error";
    private static final int LENGTH_BYTES = 4;

    private static final Map<String, Class<?>> REQUESTS = byWireName(Request.class);
    private static final Map<Class<?>, List<String>> FIELDS =
            REQUESTS.values().stream().collect(Collectors.toUnmodifiableMap(type -> type, MessageCodec::fields));
    private static final Map<String, Class<?>> EVENTS = byWireName(Event.class);
    private static final TypeToken<List<OutlineEntry>> OUTLINE = new TypeToken<>() {};

    private MessageCodec() {}

    /** A request's frame. */
    public static ByteBuffer request(long id, Request<?> request) {
        JsonObject header = new JsonObject();
        header.addProperty(ID, id);
        header.addProperty(OP, wireName(request.getClass()));
        return frame(header, request, 0);
    }

    /**
     * A reply's frame without its body.
     *
     * @param body the number of bytes that follow the frame
     */
    public static ByteBuffer reply(long id, Reply reply, long body) {
        JsonObject header = new JsonObject();
        header.addProperty(ID, id);
        return frame(header, reply, body);
    }

    public static ByteBuffer event(Event event) {
        JsonObject header = new JsonObject();
        header.addProperty(EVENT, wireName(event.getClass()));
        return frame(header, event, 0);
    }

    /** The id of a request or reply; empty if there is none that could be used. */
    public static Optional<Long> id(Header header) {
        try {
            return header.json().get(ID) instanceof JsonPrimitive id && id.isNumber()
                    ? Optional.of(Long.parseLong(id.getAsString()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** @throws ProtocolException UNKNOWN_OP or BAD_REQUEST */
    public static Request<?> readRequest(Header header) throws ProtocolException {
        String op = text(header, OP)
                .orElseThrow(() -> new ProtocolException(ErrorCode.BAD_REQUEST, "A request names its op"));
        Class<?> type = REQUESTS.get(op);
        if (type == null) {
            throw new ProtocolException(ErrorCode.UNKNOWN_OP, "There is no operation \"" + op + "\"");
        }
        for (String field : FIELDS.get(type)) {
            if (!header.json().has(field)) { // Gson would take a number that is missing for 0
                throw new ProtocolException(
                        ErrorCode.BAD_REQUEST, "The field " + field + " of \"" + op + "\" is missing");
            }
        }
        return (Request<?>) read(header, type, ErrorCode.BAD_REQUEST);
    }

    /** The event in a header; empty if it is a reply, or an event that this version does not know. */
    public static Optional<Event> readEvent(Header header) throws ProtocolException {
        Optional<Class<?>> type = text(header, EVENT).map(EVENTS::get);
        return type.isPresent() ? Optional.of((Event) read(header, type.get(), ErrorCode.BAD_FRAME)) : Optional.empty();
    }

    public static boolean isEvent(Header header) {
        return header.json().has(EVENT);
    }

    /** The failure in a reply's header, if it is one. */
    public static Optional<Reply.Failure> readFailure(Header header) throws ProtocolException {
        return header.json().has(ERROR)
                ? Optional.of((Reply.Failure) read(header, Reply.Failure.class, ErrorCode.BAD_FRAME))
                : Optional.empty();
    }

    /** @throws ProtocolException BAD_FRAME if the header does not hold such a reply */
    public static <R extends Reply> R readReply(Header header, Class<R> type) throws ProtocolException {
        return type.cast(read(header, type, ErrorCode.BAD_FRAME));
    }

    public static byte[] body(ShelfChanges changes) {
        return Json.bytes(Json.GSON.toJsonTree(changes));
    }

    public static byte[] body(BookInfo info) {
        return Json.bytes(Json.GSON.toJsonTree(info));
    }

    public static byte[] body(List<OutlineEntry> outline) {
        return Json.bytes(Json.GSON.toJsonTree(outline, OUTLINE.getType()));
    }

    public static ShelfChanges readShelf(byte[] body) throws ProtocolException {
        return readBody(body, TypeToken.get(ShelfChanges.class));
    }

    public static BookInfo readInfo(byte[] body) throws ProtocolException {
        return readBody(body, TypeToken.get(BookInfo.class));
    }

    public static List<OutlineEntry> readOutline(byte[] body) throws ProtocolException {
        return readBody(body, OUTLINE);
    }

    static Map<String, Class<?>> byWireName(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .collect(Collectors.toUnmodifiableMap(MessageCodec::wireName, type -> type));
    }

    private static List<String> fields(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static String wireName(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static ByteBuffer frame(JsonObject header, Object message, long body) {
        JsonObject fields = Json.GSON.toJsonTree(message).getAsJsonObject();
        fields.entrySet().forEach(field -> header.add(field.getKey(), field.getValue()));
        if (body > 0) {
            header.addProperty(Json.BODY, body);
        }
        byte[] bytes = Json.bytes(header);
        if (bytes.length > FrameReader.MAX_HEADER_BYTES) {
            throw new IllegalArgumentException("A header of " + bytes.length + " bytes cannot be sent");
        }
        return ByteBuffer.allocate(LENGTH_BYTES + bytes.length)
                .putInt(bytes.length)
                .put(bytes)
                .flip();
    }

    private static Object read(Header header, Class<?> type, ErrorCode failure) throws ProtocolException {
        try {
            return Json.GSON.fromJson(header.json(), type);
        } catch (RuntimeException e) { // Gson's own, or what a record's constructor throws
            throw new ProtocolException(failure, "The fields of \"" + wireName(type) + "\" are not as they must be");
        }
    }

    private static <T> T readBody(byte[] body, TypeToken<T> type) throws ProtocolException {
        try {
            T value = Json.GSON.fromJson(new String(body, StandardCharsets.UTF_8), type);
            if (value != null) {
                return value;
            }
        } catch (RuntimeException e) { // Gson's own, or what a record's constructor throws
            throw new ProtocolException(ErrorCode.BAD_FRAME, "A body is not as it must be: " + e.getMessage());
        }
        throw new ProtocolException(ErrorCode.BAD_FRAME, "A body is empty");
    }

    private static Optional<String> text(Header header, String key) {
        JsonElement value = header.json().get(key);
        return value instanceof JsonPrimitive primitive && primitive.isString()
                ? Optional.of(primitive.getAsString())
                : Optional.empty();
    }
}
