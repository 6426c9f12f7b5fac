package netreader.it;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import netreader.it.FuzzCase.Expected;

/** Says whether an answer may be. */
final class FuzzOracle {
    private static final int MAX_HEADER = 65_535;
    private static final Set<String> ENDING = Set.of("BAD_FRAME", "TOO_LARGE", "BAD_REQUEST");

    /** What an answer never holds. */
    private static final List<String> INNARDS =
            List.of("Exception", "\tat ", "at java.", "netreader.", "server failed");

    private final Set<String> codes;

    private FuzzOracle(Set<String> codes) {
        this.codes = codes;
    }

    /** @param documented docs/error-codes.md */
    static FuzzOracle of(Path documented) throws IOException {
        String fromServer = Files.readString(documented).replaceFirst("(?s)## From a reader.*", "");
        return new FuzzOracle(Pattern.compile("(?m)^\\| ([A-Z_]+) \\|")
                .matcher(fromServer)
                .results()
                .map((MatchResult row) -> row.group(1))
                .filter(code -> !code.equals("INTERNAL"))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Reads frames to the end of the stream. */
    void readFrames(InputStream in, List<Expected> expected) throws IOException {
        Iterator<Expected> next = expected.iterator();
        boolean free = false;
        for (Optional<JsonObject> reply = reply(in); reply.isPresent(); reply = reply(in)) {
            if (!free) {
                require(next.hasNext(), "a reply to nothing", reply.get());
                free = matches(next.next(), reply.get());
            }
            if (isLast(reply.get())) {
                Optional<JsonObject> after = reply(in);
                require(after.isEmpty(), "a frame after the last", reply.get());
                return;
            }
        }
        require(free || !next.hasNext() || next.next() instanceof Expected.Anything, "no reply", new JsonObject());
    }

    /** Reads the replies that are certain. */
    void readReplies(InputStream in, List<Expected> expected) throws IOException {
        for (Expected next : expected) {
            if (next instanceof Expected.Anything) {
                return;
            }
            JsonObject reply = reply(in).orElseThrow(() -> new AssertionError("The connection ended before " + next));
            matches(next, reply);
        }
    }

    /** Whether anything may come from here on. */
    private boolean matches(Expected expected, JsonObject reply) {
        if (expected instanceof Expected.Anything) {
            return true;
        }
        if (expected instanceof Expected.Reply request) {
            require(reply.get("id").getAsLong() == request.id(), "not the reply to " + request.id(), reply);
        } else {
            require(isLast(reply) && ENDING.contains(reply.get("error").getAsString()), "not the last", reply);
        }
        return false;
    }

    /** A failure after which the connection ends. A request with the id 0 may have failed in the same way. */
    private static boolean isLast(JsonObject reply) {
        if (reply.get("id").getAsLong() != 0 || !reply.has("error")) {
            return false;
        }
        String message = reply.get("message").getAsString();
        return !reply.get("error").getAsString().equals("BAD_REQUEST")
                ? Set.of("BAD_FRAME", "TOO_LARGE").contains(reply.get("error").getAsString())
                : message.equals("A request has an id, a whole number");
    }

    /** The next frame that is no event. */
    private Optional<JsonObject> reply(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        while (true) {
            int first = data.read();
            if (first < 0) {
                return Optional.empty();
            }
            byte[] rest = data.readNBytes(3);
            int length =
                    first << 24 | ByteBuffer.allocate(4).put((byte) 0).put(rest).getInt(0);
            if (length <= 0 || length > MAX_HEADER) {
                throw new AssertionError("A header of " + length + " bytes");
            }
            JsonObject header = parsed(decoded(exactly(data, length)));
            if (!header.has("event")) {
                check(header, data);
                return Optional.of(header);
            }
        }
    }

    private void check(JsonObject header, DataInputStream data) throws IOException {
        require(header.has("id"), "a reply without id", header);
        if (header.has("error")) {
            require(codes.contains(header.get("error").getAsString()), "an error that may not be", header);
            require(!header.get("message").getAsString().isBlank(), "no sentence", header);
            require(INNARDS.stream().noneMatch(header.get("message").getAsString()::contains), "innards", header);
        }
        byte[] body = exactly(data, header.has("body") ? header.get("body").getAsInt() : 0);
        if (header.has("page")) {
            decoded(body);
        } else if (header.has("size")) {
            require(body.length <= header.get("size").getAsLong(), "more than the file", header);
        }
    }

    private static JsonObject parsed(String json) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        JsonElement element = JsonParser.parseReader(reader);
        return element.getAsJsonObject();
    }

    /** The answer to one classic request, as one read brings it; a file in all its bytes. */
    void readClassicAnswer(InputStream in) throws IOException {
        byte[] answer = new byte[1024];
        int n = in.read(answer);
        if (n < 0) {
            throw new AssertionError("No answer, but the end");
        }
        int length = n < 4 ? 0 : Integer.reverseBytes(ByteBuffer.wrap(answer).getInt());
        if (n >= 4 && length > 0 && length <= MAX_HEADER) {
            byte[] all = ByteBuffer.allocate(Math.max(n, 4 + length))
                    .put(answer, 0, n)
                    .array();
            int missing = in.readNBytes(all, n, all.length - n) - (all.length - n);
            JsonObject header = parsed(new String(all, 4, length, StandardCharsets.UTF_8));
            long size = header.get("filesize").getAsLong() - (all.length - 4 - length);
            if (missing != 0 || exactly(in, Math.toIntExact(size)).length != size) {
                throw new AssertionError("A file ends early: " + header);
            }
        } else {
            plain(new String(answer, 0, n, StandardCharsets.UTF_8));
            if (n > 960) {
                throw new AssertionError("An answer of " + n + " bytes");
            }
        }
    }

    /** Whatever is said in plain text holds nothing of the server's insides. */
    void plain(String text) {
        for (String innards : INNARDS) {
            if (text.contains(innards)) {
                throw new AssertionError("The answer holds \"" + innards + "\": " + text);
            }
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The stream ends inside a frame");
        }
        return bytes;
    }

    private static String decoded(byte[] bytes) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static void require(boolean holds, String what, JsonObject reply) {
        if (!holds) {
            throw new AssertionError(what + ": " + reply);
        }
    }
}
