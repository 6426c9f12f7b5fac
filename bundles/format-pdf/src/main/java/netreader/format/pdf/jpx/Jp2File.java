package netreader.format.pdf.jpx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A JP2 file, or a codestream alone: what its boxes say about colours, and where its codestream is. */
final class Jp2File {
    static final int SRGB = 16;
    static final int GREY = 17;
    static final int YCC = 18;
    static final int CMYK = 12;

    private static final int HEADER = 0x6A703268;
    private static final int CODESTREAM = 0x6A703263;
    private static final int COLOUR = 0x636F6C72;
    private static final int PALETTE = 0x70636C72;
    private static final int MAPPING = 0x636D6170;
    private static final int DEFINITION = 0x63646566;

    /** What a channel is made of: a component and, where it goes through the palette, a column of that. */
    record Source(int component, OptionalInt column) {}

    /** What a channel is for: 0 is colour, and {@code colour} says which one, from 1. */
    record Definition(int channel, int type, int colour) {}

    private final Piece codestream;
    private OptionalInt colourSpace = OptionalInt.empty();
    private Optional<Palette> palette = Optional.empty();
    private final List<Source> mapping = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();

    private Jp2File(byte[] bytes) throws IOException {
        Piece in = new Piece(bytes, 0, bytes.length);
        this.codestream = startsCodestream(in) ? in : boxes(in).orElseGet(() -> search(bytes));
    }

    static Jp2File read(byte[] bytes) throws IOException {
        return new Jp2File(bytes);
    }

    private static boolean startsCodestream(Piece in) {
        return in.left() > 4
                && in.bytes[in.at] == -1
                && in.bytes[in.at + 1] == 0x4F
                && in.bytes[in.at + 2] == -1
                && in.bytes[in.at + 3] == 0x51;
    }

    /** Where boxes are damaged, the codestream still tells its beginning. */
    private static Piece search(byte[] bytes) {
        Piece in = new Piece(bytes, 0, bytes.length);
        while (in.left() > 4 && !startsCodestream(in)) {
            in.at++;
        }
        return in;
    }

    private Optional<Piece> boxes(Piece in) {
        try {
            while (in.left() >= 8) {
                long length = in.u32();
                int type = (int) in.u32();
                long content = length - 8;
                if (length == 1) {
                    content = (in.u32() << 32 | in.u32()) - 16;
                }
                if (length == 0 || content > in.left()) {
                    content = in.left();
                }
                Piece box = in.take(content);
                if (type == CODESTREAM) {
                    return startsCodestream(box) ? Optional.of(box) : Optional.empty();
                }
                if (type == HEADER) {
                    boxes(box);
                } else {
                    take(type, box);
                }
            }
        } catch (IOException e) {
            // The codestream can be found and shown all the same.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private void take(int type, Piece in) throws IOException {
        switch (type) {
            case COLOUR -> {
                int method = in.u8();
                in.u16();
                if (method == 1 && colourSpace.isEmpty()) {
                    colourSpace = OptionalInt.of((int) in.u32());
                }
            }
            case PALETTE -> palette = Optional.of(Palette.read(in));
            case MAPPING -> {
                while (in.left() >= 4) {
                    int component = in.u16();
                    boolean throughPalette = in.u8() == 1;
                    int column = in.u8();
                    mapping.add(new Source(component, throughPalette ? OptionalInt.of(column) : OptionalInt.empty()));
                }
            }
            case DEFINITION -> {
                in.u16();
                while (in.left() >= 6) {
                    definitions.add(new Definition(in.u16(), in.u16(), in.u16()));
                }
            }
            default -> {}
        }
    }

    /** The codestream, to be read from its front. */
    Piece codestream() {
        return new Piece(codestream.bytes, codestream.at, codestream.end);
    }

    OptionalInt colourSpace() {
        return colourSpace;
    }

    Optional<Palette> palette() {
        return palette;
    }

    List<Source> mapping() {
        return mapping;
    }

    List<Definition> definitions() {
        return definitions;
    }
}
