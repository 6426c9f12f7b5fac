package netreader.format.pdf.jpx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import netreader.format.pdf.jpx.CodeBlock.Chunk;
import netreader.format.pdf.jpx.CodeBlock.Segment;
import netreader.format.pdf.jpx.Precinct.Blocks;

/** Reads the packets of a tile, and gives each code block its data. One thread at a time. */
final class PacketReader {
    /** What a packet adds to a code block's segment. */
    private record Addition(Segment segment, int passes, int length) {}

    private static final int MOST_ZERO_PLANES = 80;

    private final Parameters parameters;
    private final List<TileComponent> components;
    private final Piece body;
    private final Piece headers;

    /** Headers that stand among the packets are told by an empty array. */
    PacketReader(byte[] packets, byte[] headers, Parameters parameters, List<TileComponent> components) {
        this.parameters = parameters;
        this.components = components;
        this.body = new Piece(packets, 0, packets.length);
        this.headers = headers.length == 0 ? body : new Piece(headers, 0, headers.length);
    }

    /** Reads all packets, or as many as there are before the end or damage. */
    void readAll() {
        try {
            new PacketOrder(components, parameters).forEach(this::next);
        } catch (IOException e) {
            // What was read before is shown: a picture that came only in part is better than none.
            return;
        }
    }

    private boolean next(Precinct precinct) throws IOException {
        if (headers.left() == 0) {
            return false;
        }
        skip(body, Markers.SOP, 6);
        Coding coding = components.get(precinct.component).coding;
        List<Addition> additions = new ArrayList<>();
        PacketBits bits = new PacketBits(headers);
        if (bits.bit() == 1) {
            for (Blocks each : precinct.bands) {
                readHeader(each, precinct.layers, coding, bits, additions);
            }
        }
        bits.align();
        skip(headers, Markers.EPH, 2);
        for (Addition each : additions) {
            Piece data = body.take(each.length);
            each.segment.passes += each.passes;
            each.segment.length += each.length;
            each.segment.chunks.add(new Chunk(data.at, each.length));
        }
        precinct.layers++;
        return true;
    }

    private static void skip(Piece in, int marker, int size) throws IOException {
        if (in.left() >= size && (in.bytes[in.at] & 0xFF) == 0xFF && (in.bytes[in.at + 1] & 0xFF) == (marker & 0xFF)) {
            in.take(size);
        }
    }

    private static void readHeader(Blocks of, int layer, Coding coding, PacketBits bits, List<Addition> additions)
            throws IOException {
        for (int i = 0; i < of.blocks.size(); i++) {
            CodeBlock block = of.blocks.get(i);
            int x = i % of.across;
            int y = i / of.across;
            if (block.included) {
                if (bits.bit() == 0) {
                    continue;
                }
            } else {
                if (!of.inclusion.isBelow(x, y, layer + 1, bits)) {
                    continue;
                }
                block.zeroPlanes = of.zeroPlanes.read(x, y, MOST_ZERO_PLANES, bits);
                block.included = true;
            }
            readBlock(block, coding, bits, additions);
        }
    }

    private static void readBlock(CodeBlock block, Coding coding, PacketBits bits, List<Addition> additions)
            throws IOException {
        int passes = bits.passes();
        while (bits.bit() == 1) {
            block.lengthBits++;
        }
        while (passes > 0) {
            Segment segment = block.next(coding);
            int now = Math.min(passes, segment.mostPasses - segment.announced);
            segment.announced += now;
            int width = block.lengthBits + 31 - Integer.numberOfLeadingZeros(now);
            if (width > 31) {
                throw new IOException("A packet of the JPEG 2000 picture is damaged");
            }
            additions.add(new Addition(segment, now, bits.bits(width)));
            passes -= now;
        }
    }
}
