package netreader.format.pdf.jpx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the SIZ marker says: the area of the picture, its tiles and components. */
record Grid(Area image, int tileX0, int tileY0, int tileWidth, int tileHeight, List<Component> components) {
    /** As many as pictures have in practice; more would cost memory for nothing. */
    private static final int MOST_COMPONENTS = 32;

    private static final int MOST_PIXELS = 100_000_000;

    /** One component. Its samples stand at every {@code dx}th column and {@code dy}th row of the grid. */
    record Component(int precision, boolean signed, int dx, int dy) {}

    static Grid read(Piece in) throws IOException {
        in.u16();
        int x1 = size(in.u32());
        int y1 = size(in.u32());
        int x0 = size(in.u32());
        int y0 = size(in.u32());
        int tileWidth = size(in.u32());
        int tileHeight = size(in.u32());
        int tileX0 = size(in.u32());
        int tileY0 = size(in.u32());
        int count = in.u16();
        if (count < 1 || count > MOST_COMPONENTS) {
            throw new IOException("A JPEG 2000 picture of " + count + " components");
        }
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int depth = in.u8();
            components.add(new Component((depth & 0x7F) + 1, depth > 0x7F, in.u8(), in.u8()));
        }
        Grid grid = new Grid(new Area(x0, y0, x1, y1), tileX0, tileY0, tileWidth, tileHeight, List.copyOf(components));
        grid.check();
        return grid;
    }

    private static int size(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE / 2);
    }

    private void check() throws IOException {
        if (image.isEmpty()
                || tileWidth == 0
                || tileHeight == 0
                || tileX0 > image.x0()
                || tileY0 > image.y0()
                || (long) tileX0 + tileWidth <= image.x0()
                || (long) tileY0 + tileHeight <= image.y0()) {
            throw new IOException("The size of the JPEG 2000 picture is damaged");
        }
        long pixels = (long) image.width() * image.height();
        if (pixels > MOST_PIXELS) {
            throw new IOException("A JPEG 2000 picture of " + pixels / 1_000_000 + " million pixels is too large");
        }
        if ((long) tilesAcross() * tilesDown() > 65_535) {
            throw new IOException("The JPEG 2000 picture has too many tiles");
        }
        for (Component each : components) {
            if (each.dx == 0 || each.dy == 0 || each.precision > 31) {
                throw new IOException("A component of the JPEG 2000 picture is damaged");
            }
        }
    }

    int tilesAcross() {
        return Area.ceil(image.x1() - tileX0, tileWidth);
    }

    int tilesDown() {
        return Area.ceil(image.y1() - tileY0, tileHeight);
    }

    /** The part of the picture that a tile covers, on the picture's grid. */
    Area tile(int number) {
        long x = tileX0 + (long) (number % tilesAcross()) * tileWidth;
        long y = tileY0 + (long) (number / tilesAcross()) * tileHeight;
        return new Area(
                (int) Math.max(x, image.x0()),
                (int) Math.max(y, image.y0()),
                (int) Math.min(x + tileWidth, image.x1()),
                (int) Math.min(y + tileHeight, image.y1()));
    }

    /** The area of a component's samples within an area of the picture, at a resolution. */
    Area samples(Area part, int component, int reduction) {
        Component of = components.get(component);
        return part.every(of.dx, of.dy).halved(reduction);
    }
}
