package netreader.dialect.classic;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import netreader.transport.Connection;
import netreader.transport.Limits;

/** Takes what one read brings for one request, as the report does: its requests have no end mark. */
final class RequestReader {
    static final int MAX_BYTES = 1024;

    /** For the rest of a request that cannot be whole yet. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Connection connection;
    private final Limits limits;

    RequestReader(Connection connection, Limits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    /**
     * Waits for the next request.
     *
     * @return empty if the client has nothing more to say
     * @throws RequestException if it is too long or no text; the next one can be read
     */
    Optional<String> next() throws IOException, RequestException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);
        connection.limitReading(limits.idle());
        try {
            if (connection.read(bytes) < 0) {
                return Optional.empty();
            }
            connection.limitReading(limits.request());
            boolean more = true;
            while (more && bytes.hasRemaining() && isUnfinished(bytes)) {
                more = connection.read(bytes, PATIENCE) > 0;
            }
            if (!bytes.hasRemaining() && swallowRest()) {
                throw new RequestException("A request has at most " + MAX_BYTES + " bytes");
            }
            return Optional.of(decode(bytes.flip()));
        } finally {
            connection.limitReading(Connection.UNLIMITED);
        }
    }

    /** Reads away what belongs to a request that is too long; false if it is just as long as it may be. */
    private boolean swallowRest() throws IOException {
        ByteBuffer rest = ByteBuffer.allocate(8 * MAX_BYTES);
        boolean any = false;
        while (connection.read(rest.clear(), PATIENCE) > 0) {
            any = true;
        }
        return any;
    }

    private static String decode(ByteBuffer bytes) throws RequestException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new RequestException("A request is text in UTF-8");
        }
    }

    /** Whether a type waits for its argument, or a character for its last bytes. */
    private static boolean isUnfinished(ByteBuffer bytes) {
        int length = bytes.position();
        boolean typeOnly = length == 1 || (length == 2 && bytes.get(1) == ' ');
        return (typeOnly && bytes.get(0) >= Request.DOWNLOAD && bytes.get(0) <= Request.PAGE)
                || endsInsideCharacter(bytes);
    }

    private static boolean endsInsideCharacter(ByteBuffer bytes) {
        for (int back = 1; back <= Math.min(3, bytes.position()); back++) {
            int last = bytes.get(bytes.position() - back) & 0xFF;
            if (last >= 0xC0) { // it begins a character of two, three or four bytes
                return back < (last >= 0xF0 ? 4 : last >= 0xE0 ? 3 : 2);
            }
            if (last < 0x80) {
                return false;
            }
        }
        return false;
    }
}
