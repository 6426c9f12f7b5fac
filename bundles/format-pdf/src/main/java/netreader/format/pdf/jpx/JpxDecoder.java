package netreader.format.pdf.jpx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import netreader.format.pdf.jpx.Codestream.TileData;
import netreader.format.pdf.jpx.Jp2File.Source;

/**
 * Decodes a JPEG 2000 picture (ISO/IEC 15444-1). Of a file that is damaged or ends early it gives what there is; what was
 * lost is black. One thread at a time; it makes use of others.
 */
final class JpxDecoder {
    private final Codestream stream;
    private final Grid grid;
    private final Channels channels;

    JpxDecoder(Jp2File file) throws IOException {
        this.stream = Codestream.read(file.codestream());
        this.grid = stream.grid();
        this.channels = Channels.of(file, grid.components().size());
    }

    /** How often the picture may be halved while it is decoded. */
    int mostReduction() {
        return channels.palette().isPresent() ? 0 : stream.mostReduction();
    }

    /**
     * Whether pixels may be numbers of colours in a palette that the file does not have: they were kept exactly, and there
     * is one for each.
     */
    boolean mayBeIndexed() {
        return channels.colours().size() == 1 && (stream.isLossless() || channels.bitsAsTheyAre(grid) < 8);
    }

    boolean hasOpacity() {
        return channels.opacity().isPresent();
    }

    /** A pixel in the same kind of colours as the picture, which is not decoded for it. */
    Picture blank() {
        int colours = channels.colours().size();
        return new Picture(1, 1, colours, channels.bitsAsTheyAre(grid), new byte[colours], new byte[0]);
    }

    /** How much memory decoding takes, in bytes. */
    long memory(int reduction) {
        long tileSamples = 0;
        long samples = 0;
        Area largest = new Area(
                0,
                0,
                Math.min(grid.tileWidth(), grid.image().width()),
                Math.min(grid.tileHeight(), grid.image().height()));
        for (int i = 0; i < grid.components().size(); i++) {
            tileSamples += pixels(grid.samples(largest, i, reduction));
            samples += pixels(grid.samples(grid.image(), i, reduction));
        }
        return 4 * tileSamples + 2 * samples;
    }

    private static long pixels(Area area) {
        return (long) area.width() * area.height();
    }

    /**
     * Decodes the picture.
     *
     * @param reduction how often it is halved, at most {@link #mostReduction}
     * @param cancelled asked now and then, by several threads
     */
    Picture decode(int reduction, BooleanSupplier cancelled) throws IOException {
        Area image = grid.image().halved(reduction);
        int colours = channels.colours().size();
        if (image.isEmpty() || (long) image.width() * image.height() * colours > Integer.MAX_VALUE - 8) {
            throw new IOException("The JPEG 2000 picture is empty or too large");
        }
        int pixels = image.width() * image.height();
        byte[] data = new byte[pixels * colours];
        int bits = channels.bitsAsTheyAre(grid);
        boolean direct = channels.areComponents(grid);
        List<Plane> planes = planes(reduction, direct, data);
        for (TileData tile : stream.tiles()) {
            new TileDecoder(grid, tile, reduction, cancelled).decode(planes);
        }
        for (int i = 0; i < colours; i++) {
            if (!direct) {
                fill(channels.colours().get(i), planes, image, bits < 8, data, i, colours);
            }
        }
        byte[] opacity = new byte[channels.opacity().isPresent() ? pixels : 0];
        channels.opacity().ifPresent(each -> fill(each, planes, image, false, opacity, 0, 1));
        if (channels.ycc()) {
            Ycc.toRgb(data);
        }
        return new Picture(image.width(), image.height(), colours, bits, data, opacity);
    }

    private List<Plane> planes(int reduction, boolean direct, byte[] data) {
        List<Plane> planes = new ArrayList<>();
        for (int i = 0; i < grid.components().size(); i++) {
            Area area = grid.samples(grid.image(), i, reduction);
            int bits = Math.min(8, grid.components().get(i).precision());
            int place = direct ? placeOf(i) : -1;
            planes.add(
                    place >= 0
                            ? new Plane(
                                    area, bits, data, place, channels.colours().size())
                            : new Plane(area, bits, new byte[area.width() * area.height()], 0, 1));
        }
        return planes;
    }

    private int placeOf(int component) {
        for (int i = 0; i < channels.colours().size(); i++) {
            if (channels.colours().get(i).component() == component) {
                return i;
            }
        }
        return -1;
    }

    /** Writes a channel that is not a component as it is: of another size, or with a palette. */
    private void fill(Source source, List<Plane> planes, Area image, boolean asItIs, byte[] to, int first, int step) {
        Plane plane = planes.get(source.component());
        Area area = plane.area();
        if (area.isEmpty()) {
            return;
        }
        byte[] colours = colours(source, asItIs ? 8 : plane.bits());
        Grid.Component of = grid.components().get(source.component());
        int at = first;
        for (int y = image.y0(); y < image.y1(); y++) {
            int row = Math.max(area.y0(), Math.min(area.y1() - 1, y / of.dy()));
            int from = plane.index(area.x0(), row);
            for (int x = image.x0(); x < image.x1(); x++, at += step) {
                int column = Math.max(0, Math.min(area.width() - 1, x / of.dx() - area.x0()));
                to[at] = colours[plane.data()[from + column * plane.step()] & 0xFF];
            }
        }
    }

    /** What a channel has for each value of its component. */
    private byte[] colours(Source source, int bits) {
        byte[] colours = new byte[256];
        int most = (1 << bits) - 1;
        for (int i = 0; i < 256; i++) {
            colours[i] = source.column().isPresent()
                    ? channels.palette().orElseThrow().colour(source.column().getAsInt(), i)
                    : (byte) (Math.min(i, most) * 255 / most);
        }
        return colours;
    }
}
