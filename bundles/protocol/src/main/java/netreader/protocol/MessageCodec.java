package netreader.protocol;

import com.google.gson.reflect.TypeToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns messages into frames and headers into messages. Any thread. */
public final class MessageCodec {
    private static final String ID = "id";
    private static final String OP = "op";
    private static final String EVENT = "event";
    private static final String ERROR = "error";
    private static final String BODY = "body";

    private static final Map<String, Class<?>> REQUESTS = byWireName(Request.class);
    private static final Map<String, Class<?>> EVENTS = byWireName(Event.class);
    private static final Map<Class<?>, String> WIRE_NAMES = Stream.of(REQUESTS, EVENTS)
            .flatMap(types -> types.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final TypeToken<List<OutlineEntry>> OUTLINE = new TypeToken<>() {};

    private MessageCodec() {}

    /** A request's frame. */
    public static ByteBuffer request(long id, Request<?> request) {
        HeaderWriter header = new HeaderWriter();
        header.field(ID, id);
        header.field(OP, WIRE_NAMES.get(request.getClass()));
        RecordCodec.of(request.getClass()).write(request, header);
        return header.frame();
    }

    /**
     * A reply's frame without its body.
     *
     * @param body the number of bytes that follow the frame
     */
    public static ByteBuffer reply(long id, Reply reply, long body) {
        HeaderWriter header = new HeaderWriter();
        header.field(ID, id);
        RecordCodec.of(reply.getClass()).write(reply, header);
        if (body > 0) {
            header.field(BODY, body);
        }
        return header.frame();
    }

    public static ByteBuffer event(Event event) {
        HeaderWriter header = new HeaderWriter();
        header.field(EVENT, WIRE_NAMES.get(event.getClass()));
        RecordCodec.of(event.getClass()).write(event, header);
        return header.frame();
    }

    /** The id of a request or reply; empty if there is none that could be used. */
    public static Optional<Long> id(Header header) {
        return header.get(ID, Long.class);
    }

    /** @throws ProtocolException BAD_FRAME if the length of the body is none */
    static long bodyLength(Header header) throws ProtocolException {
        long length = header.has(BODY) ? header.get(BODY, Long.class).orElse(-1L) : 0;
        if (length < 0) {
            throw new ProtocolException(ErrorCode.BAD_FRAME, "A body's length is a whole number from 0");
        }
        return length;
    }

    /** @throws ProtocolException UNKNOWN_OP or BAD_REQUEST */
    public static Request<?> readRequest(Header header) throws ProtocolException {
        String op = header.get(OP, String.class)
                .orElseThrow(() -> new ProtocolException(ErrorCode.BAD_REQUEST, "A request names its op"));
        Class<?> type = REQUESTS.get(op);
        if (type == null) {
            throw new ProtocolException(ErrorCode.UNKNOWN_OP, "There is no operation \"" + op + "\"");
        }
        Optional<String> missing = RecordCodec.of(type).missing(header);
        if (missing.isPresent()) {
            throw new ProtocolException(
                    ErrorCode.BAD_REQUEST, "The field " + missing.get() + " of \"" + op + "\" is missing");
        }
        return (Request<?>) read(header, type, ErrorCode.BAD_REQUEST);
    }

    /** The event in a header; empty if it is a reply, or an event that this version does not know. */
    public static Optional<Event> readEvent(Header header) throws ProtocolException {
        Optional<Class<?>> type = header.get(EVENT, String.class).map(EVENTS::get);
        return type.isPresent() ? Optional.of((Event) read(header, type.get(), ErrorCode.BAD_FRAME)) : Optional.empty();
    }

    public static boolean isEvent(Header header) {
        return header.has(EVENT);
    }

    /** The failure in a reply's header, if it is one. */
    public static Optional<Reply.Failure> readFailure(Header header) throws ProtocolException {
        return header.has(ERROR)
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

    public static byte[] body(FolderList folders) {
        return Json.bytes(Json.GSON.toJsonTree(folders));
    }

    public static byte[] body(BookInfo info) {
        return Json.bytes(Json.GSON.toJsonTree(info));
    }

    public static byte[] body(List<OutlineEntry> outline) {
        return Json.bytes(Json.GSON.toJsonTree(outline, OUTLINE.getType()));
    }

    public static byte[] body(FoundHits hits) {
        return Json.bytes(Json.GSON.toJsonTree(hits));
    }

    public static ShelfChanges readShelf(byte[] body) throws ProtocolException {
        return readBody(body, TypeToken.get(ShelfChanges.class));
    }

    public static FolderList readFolders(byte[] body) throws ProtocolException {
        return readBody(body, TypeToken.get(FolderList.class));
    }

    public static BookInfo readInfo(byte[] body) throws ProtocolException {
        return readBody(body, TypeToken.get(BookInfo.class));
    }

    public static List<OutlineEntry> readOutline(byte[] body) throws ProtocolException {
        return readBody(body, OUTLINE);
    }

    public static FoundHits readHits(byte[] body) throws ProtocolException {
        return readBody(body, TypeToken.get(FoundHits.class));
    }

    static Map<String, Class<?>> byWireName(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .collect(Collectors.toUnmodifiableMap(MessageCodec::wireName, type -> type));
    }

    private static String wireName(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Object read(Header header, Class<?> type, ErrorCode failure) throws ProtocolException {
        try {
            return RecordCodec.of(type).read(header);
        } catch (IllegalArgumentException | ArithmeticException e) {
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
}
