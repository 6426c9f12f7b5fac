package netreader.format.pdf.jpx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The headers of a codestream: what the main header says, and where the data of each tile are. What is damaged or missing
 * after the main header costs only the tiles behind it.
 */
final class Codestream {
    /** The data of one tile: the bodies of its parts, one behind the other. */
    static final class TileData {
        final int number;
        final Parameters parameters;
        final ByteArrayOutputStream packets = new ByteArrayOutputStream();
        /** The headers of its packets, where they do not stand among the packets; else empty. */
        final ByteArrayOutputStream headers = new ByteArrayOutputStream();

        private boolean orderIsOwn;

        TileData(int number, Parameters parameters) {
            this.number = number;
            this.parameters = parameters;
        }
    }

    private final Grid grid;
    private final Parameters main;
    private final Map<Integer, TileData> tiles = new TreeMap<>();
    private final PackedHeaders packed = new PackedHeaders();

    private Codestream(Grid grid) {
        this.grid = grid;
        this.main = new Parameters(grid.components().size());
    }

    /** Only the size. */
    static Grid readGrid(Piece in) throws IOException {
        if (in.u16() != Markers.SOC || in.u16() != Markers.SIZ) {
            throw new IOException("Not a JPEG 2000 picture");
        }
        return Grid.read(in.take(in.u16() - 2L));
    }

    static Codestream read(Piece in) throws IOException {
        Codestream stream = new Codestream(readGrid(in));
        stream.readMain(in);
        try {
            while (in.left() > 12 && stream.readPart(in)) {}
        } catch (IOException e) {
            if (stream.tiles.isEmpty()) {
                throw e;
            }
        }
        return stream;
    }

    Grid grid() {
        return grid;
    }

    /** The tiles that have data, by their numbers. */
    Iterable<TileData> tiles() {
        return tiles.values();
    }

    /** How often the picture may be halved instead of decoding all of it: as often as each component of each tile may. */
    int mostReduction() {
        int most = 32;
        for (int i = 0; i < grid.components().size(); i++) {
            most = Math.min(most, main.coding(i).levels());
            for (TileData each : tiles.values()) {
                most = Math.min(most, each.parameters.coding(i).levels());
            }
        }
        return most;
    }

    /** Whether the first component's samples come out exactly as they went in. */
    boolean isLossless() {
        return main.coding(0).reversible();
    }

    private void readMain(Piece in) throws IOException {
        for (int marker = in.u16(); marker != Markers.SOT; marker = in.u16()) {
            Piece content = in.take(in.u16() - 2L);
            if (marker == Markers.POC) {
                main.takeOrder(content);
            } else if (marker == Markers.PPM) {
                packed.take(content);
            } else {
                main.take(marker, content);
            }
        }
        in.at -= 2;
        if (!main.complete()) {
            throw new IOException("The header of the JPEG 2000 picture is damaged");
        }
    }

    /** Reads one part of a tile; false at the end. */
    private boolean readPart(Piece in) throws IOException {
        int start = in.at;
        if (in.u16() != Markers.SOT) {
            return false;
        }
        in.u16();
        int number = in.u16();
        long size = in.u32();
        in.u16();
        if (number >= grid.tilesAcross() * grid.tilesDown()) {
            throw new IOException("A tile of the JPEG 2000 picture is damaged");
        }
        int end = size < 14 || size > in.end - start ? in.end : start + (int) size;
        TileData tile = tiles.computeIfAbsent(number, key -> new TileData(key, main.forTile()));
        Piece part = new Piece(in.bytes, in.at, end);
        packed.next(tile.headers);
        PackedHeaders own = new PackedHeaders();
        for (int marker = part.u16(); marker != Markers.SOD; marker = part.u16()) {
            Piece content = part.take(part.u16() - 2L);
            if (marker == Markers.POC) {
                if (!tile.orderIsOwn) {
                    tile.parameters.changes.clear();
                    tile.orderIsOwn = true;
                }
                tile.parameters.takeOrder(content);
            } else if (marker == Markers.PPT) {
                own.take(content);
            } else {
                tile.parameters.take(marker, content);
            }
        }
        own.all(tile.headers);
        tile.packets.write(part.bytes, part.at, part.left());
        in.at = end;
        return true;
    }
}
