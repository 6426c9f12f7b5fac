package netreader.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessageCodecTest {
    private static final List<Request<?>> REQUESTS = List.of(
            new Request.Hello(1, "李雷", "5f0c", "NetReader 0.1.0"),
            new Request.Hello(1, "李雷", "5f0c", "NetReader 0.1.0", Optional.of("书房电脑")),
            new Request.Ping(),
            new Request.Shelf(42),
            new Request.Query(
                    "红楼 \"x\"", "title", true, Optional.of("TXT"), Optional.of("诗/唐"), Optional.of("dGl0"), 50),
            new Request.Query("", "added", false, Optional.empty(), Optional.empty(), Optional.empty(), 200),
            new Request.Folders("诗"),
            new Request.Named("红楼梦.txt"),
            new Request.Info(7),
            new Request.Cover(7, Optional.empty()),
            new Request.Cover(7, Optional.of(240L)),
            new Request.Read(7, "1f-3e8", 65_536, 5_000_000_000L),
            new Request.Open(7, 4096),
            new Request.Page(3, 12),
            new Request.PageAt(3, 49_152),
            new Request.Outline(3, 1000),
            new Request.Find(3, "宝玉 \"said\"", 49_152, 20),
            new Request.Close(3),
            new Request.Set(7, Map.of("charset", "Big5")),
            new Request.Position(7),
            new Request.PutPosition(7, 49_152, 0.25),
            new Request.PutPosition(7, 49_152, 0.25, Optional.of(12L), Optional.of(1_700_000_000_000L)));

    private static final List<Reply> REPLIES = List.of(
            new Reply.Hello(1, "NetReader 0.1.0", "c0ffee", 42),
            new Reply.Shelf(42, true),
            new Reply.Query(Optional.of("dGl0"), Optional.of(100_000L)),
            new Reply.Query(Optional.empty(), Optional.empty()),
            new Reply.Folders(),
            new Reply.Named(2),
            new Reply.Info(),
            new Reply.Cover("image/png"),
            new Reply.Read(5_000_000_000L),
            new Reply.Open(3, 212),
            new Reply.Page(12, 212, 49_152),
            new Reply.Outline(false, Optional.empty()),
            new Reply.Outline(true, Optional.of(1000L)),
            new Reply.Find(Optional.of(49_152L)),
            new Reply.Find(Optional.empty()),
            new Reply.Done(),
            new Reply.Position(Optional.of(new Reply.Place(49_152, 0.25)), Optional.of(12L)),
            new Reply.Position(Optional.empty(), Optional.empty()),
            new Reply.Kept(Optional.of(13L), Optional.of(new Reply.Place(49_152, 0.25))),
            new Reply.Kept(Optional.empty(), Optional.empty()),
            new Reply.Failure("NOT_FOUND", "There is no book 7"));

    /** The very bytes of docs/protocol.md: a change here is a change of the protocol. */
    @Test
    void theBytesAreThoseOfTheSpecification() {
        assertBytes(
                "000000617b226964223a312c226f70223a2268656c6c6f222c2270726f746f636f6c223a312c22726561646572"
                        + "223a22e69d8ee99bb7222c22646576696365223a2235663063222c22736f667477617265223a224e6574526561"
                        + "64657220302e312e30227d",
                MessageCodec.request(1, new Request.Hello(1, "李雷", "5f0c", "NetReader 0.1.0")));
        assertBytes(
                "0000004a7b226964223a322c226f70223a2272656164222c22626f6f6b223a372c2276657273696f6e223a2231"
                        + "662d336538222c226174223a36353533362c226c656e677468223a36353533367d",
                MessageCodec.request(2, new Request.Read(7, "1f-3e8", 65_536, 65_536)));
        assertBytes(
                "000000247b226964223a322c2273697a65223a313136353536312c22626f6479223a36353533367d",
                MessageCodec.reply(2, new Reply.Read(1_165_561), 65_536));
        assertBytes(
                "0000003b7b226964223a332c226572726f72223a224e4f545f464f554e44222c226d657373616765223a225468"
                        + "657265206973206e6f20626f6f6b2037227d",
                MessageCodec.reply(3, new Reply.Failure("NOT_FOUND", "There is no book 7"), 0));
        assertBytes(
                "0000001f7b226576656e74223a227368656c66222c227265766973696f6e223a34337d",
                MessageCodec.event(new Event.Shelf(43)));
    }

    @Test
    void everyRequestComesBackAsItWas() throws IOException {
        for (Request<?> request : REQUESTS) {
            Header header = header(MessageCodec.request(9, request));
            assertEquals(9, MessageCodec.id(header).orElseThrow());
            assertEquals(request, MessageCodec.readRequest(header));
        }
        assertTrue(covers(Request.class, REQUESTS), "a permitted request is missing here");
    }

    @Test
    void everyReplyComesBackAsItWas() throws IOException {
        for (Reply reply : REPLIES) {
            Header header = header(MessageCodec.reply(9, reply, 17));
            assertEquals(9, MessageCodec.id(header).orElseThrow());
            assertEquals(17, MessageCodec.bodyLength(header));
            assertEquals(reply, MessageCodec.readReply(header, reply.getClass()));
            assertEquals(
                    reply instanceof Reply.Failure,
                    MessageCodec.readFailure(header).isPresent());
        }
        Set<Class<?>> missing =
                new HashSet<>(MessageCodec.byWireName(Reply.class).values());
        REPLIES.forEach(reply -> missing.remove(reply.getClass()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void anEventIsToldFromAReply() throws IOException {
        Header header = header(MessageCodec.event(new Event.Shelf(43)));
        assertTrue(MessageCodec.isEvent(header));
        assertEquals(Optional.of(new Event.Shelf(43)), MessageCodec.readEvent(header));
        assertEquals(Optional.empty(), MessageCodec.readEvent(object("{\"event\":\"of a later version\"}")));
    }

    @Test
    void bodiesComeBackAsTheyWere() throws IOException {
        BookRow row = new BookRow(
                7,
                "诗/唐诗三百首.pdf",
                "唐诗三百首",
                List.of("蘅塘退士"),
                "PDF",
                "file",
                1_165_561,
                "1f-3e8",
                132,
                Optional.of("15"),
                "ready",
                Optional.empty(),
                true,
                Optional.of("ab12"),
                1_700_000_000_000L);
        ShelfChanges changes = new ShelfChanges(List.of(row), List.of(3L, 4L));
        assertEquals(changes, MessageCodec.readShelf(MessageCodec.body(changes)));
        BookRow odd = new BookRow(
                8,
                "a\"b\\c\n📚.txt",
                "\t",
                List.of("", "é"),
                "TXT",
                "pages",
                0,
                "",
                0,
                Optional.empty(),
                "quarantined",
                Optional.of("\"why\""),
                false,
                Optional.empty(),
                0);
        ShelfChanges several = new ShelfChanges(List.of(odd, row), List.of());
        assertEquals(several, MessageCodec.readShelf(MessageCodec.body(several)));
        BookInfo info = new BookInfo(
                row,
                List.of(new BookInfo.Detail("PDF version", "1.5")),
                List.of(new BookInfo.Setting("charset", "Encoding", List.of("UTF-8", "Big5"), "Big5")),
                Optional.of("format-pdf-0.1.0.jar"));
        assertEquals(info, MessageCodec.readInfo(MessageCodec.body(info)));
        FolderList folders = new FolderList(List.of(new FolderList.Folder("诗/唐", 7)));
        assertEquals(folders, MessageCodec.readFolders(MessageCodec.body(folders)));
        FoundHits hits = new FoundHits(List.of(new FoundHits.Hit(3, 49_152, "… 宝玉 …")));
        assertEquals(hits, MessageCodec.readHits(MessageCodec.body(hits)));
        List<OutlineEntry> outline = List.of(new OutlineEntry("第一章", 0, 0, 0), new OutlineEntry("二", 1, 3, 9));
        assertEquals(outline, MessageCodec.readOutline(MessageCodec.body(outline)));
        List<OtherPlace> places = List.of(new OtherPlace("书房电脑", 49_152, 0.25, 1_700_000_000_000L, 77, true));
        assertEquals(places, MessageCodec.readPlaces(MessageCodec.bodyOfPlaces(places)));
        assertEquals(List.of(), MessageCodec.readPlaces(new byte[0]));
    }

    @Test
    void unknownFieldsAreIgnored() throws IOException {
        assertEquals(
                new Request.Shelf(4),
                MessageCodec.readRequest(object("{\"id\":1,\"op\":\"shelf\",\"since\":4,\"colour\":[\"blue\"]}")));
    }

    @Test
    void anOperationThatDoesNotExistIsSaidSo() {
        assertEquals(ErrorCode.UNKNOWN_OP, failure("{\"id\":1,\"op\":\"Shelf\"}"));
        assertEquals(ErrorCode.UNKNOWN_OP, failure("{\"id\":1,\"op\":\"failure\"}"));
        assertEquals(ErrorCode.BAD_REQUEST, failure("{\"id\":1}"));
        assertEquals(ErrorCode.BAD_REQUEST, failure("{\"id\":1,\"op\":7}"));
    }

    @Test
    void fieldsOfTheWrongKindAreABadRequest() {
        for (String request : List.of(
                "{\"op\":\"shelf\",\"since\":\"x\"}",
                "{\"op\":\"shelf\",\"since\":1.5}",
                "{\"op\":\"shelf\",\"since\":null}",
                "{\"op\":\"read\",\"book\":1}",
                "{\"op\":\"info\"}",
                "{\"op\":\"query\",\"words\":\"\",\"sort\":\"title\",\"descending\":false,\"limit\":0}",
                "{\"op\":\"query\",\"words\":\"\",\"sort\":\"title\",\"descending\":false,\"limit\":201}",
                "{\"op\":\"query\",\"sort\":\"title\",\"descending\":false,\"limit\":1}",
                "{\"op\":\"read\",\"book\":1,\"version\":\"v\",\"at\":0}",
                "{\"op\":\"read\",\"book\":1,\"version\":\"v\",\"at\":-1,\"length\":1}",
                "{\"op\":\"page\",\"handle\":99999999999,\"page\":1}",
                "{\"op\":\"putPosition\",\"book\":1,\"anchor\":0,\"fraction\":2}",
                "{\"op\":\"find\",\"handle\":1,\"query\":\" \",\"from\":0,\"limit\":1}",
                "{\"op\":\"find\",\"handle\":1,\"query\":\"x\",\"from\":0,\"limit\":201}",
                "{\"op\":\"find\",\"handle\":1,\"query\":\"x\",\"from\":-1,\"limit\":1}",
                "{\"op\":\"set\",\"book\":1,\"settings\":{\"charset\":1}}",
                "{\"op\":\"set\",\"book\":1,\"settings\":\"Big5\"}",
                "{\"op\":\"hello\",\"protocol\":1}")) {
            assertEquals(ErrorCode.BAD_REQUEST, failure(request), request);
        }
    }

    @Test
    void aCodeOfALaterVersionIsNotTakenForSuccess() throws IOException {
        Header header = object("{\"id\":1,\"error\":\"TOO_SLEEPY\",\"message\":\"Later\"}");
        Reply.Failure failure = MessageCodec.readFailure(header).orElseThrow();
        assertEquals(Optional.empty(), ErrorCode.of(failure.error()));
        assertThrows(
                ProtocolException.class,
                () -> MessageCodec.readFailure(object("{\"id\":1,\"error\":{},\"message\":\"x\"}")));
    }

    @Test
    void aBodyThatIsNotWhatItShouldBeIsABadFrame() {
        for (String body : List.of("", "null", "[]", "{\"books\":[null]}", "{\"books\":[{\"id\":1}]}", "{")) {
            assertThrows(
                    ProtocolException.class, () -> MessageCodec.readShelf(body.getBytes(StandardCharsets.UTF_8)), body);
        }
    }

    private static boolean covers(Class<?> sealed, List<?> samples) {
        Set<Class<?>> missing = new HashSet<>(MessageCodec.byWireName(sealed).values());
        samples.forEach(sample -> missing.remove(sample.getClass()));
        return missing.isEmpty();
    }

    private static ErrorCode failure(String request) {
        return assertThrows(ProtocolException.class, () -> MessageCodec.readRequest(object(request)))
                .code();
    }

    private static Header object(String json) throws ProtocolException {
        return HeaderParser.parse(StandardCharsets.UTF_8.encode(json));
    }

    private static Header header(ByteBuffer frame) throws IOException {
        return new FrameReader(
                        to -> {
                            if (!frame.hasRemaining()) {
                                return -1;
                            }
                            to.put(frame.get());
                            return 1;
                        },
                        FrameReader.MAX_HEADER_BYTES)
                .next()
                .orElseThrow();
    }

    private static void assertBytes(String hex, ByteBuffer frame) {
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        assertEquals(hex, HexFormat.of().formatHex(bytes));
    }
}
