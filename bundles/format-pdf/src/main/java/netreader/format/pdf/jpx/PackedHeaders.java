package netreader.format.pdf.jpx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Headers of packets that were put into PPM or PPT markers. One thread at a time. */
final class PackedHeaders {
    private final Map<Integer, Piece> pieces = new TreeMap<>();
    private Optional<Piece> joined = Optional.empty();

    void take(Piece content) throws IOException {
        pieces.put(content.u8(), content);
    }

    /** Writes all of a tile-part's own. */
    void all(ByteArrayOutputStream to) {
        pieces.values().forEach(each -> to.write(each.bytes, each.at, each.left()));
    }

    /** Writes those of the next tile-part, which the main header has one behind the other, each with its length. */
    void next(ByteArrayOutputStream to) throws IOException {
        if (pieces.isEmpty()) {
            return;
        }
        if (joined.isEmpty()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            all(bytes);
            joined = Optional.of(new Piece(bytes.toByteArray(), 0, bytes.size()));
        }
        Piece part = joined.get().take(joined.get().u32());
        to.write(part.bytes, part.at, part.left());
    }
}
