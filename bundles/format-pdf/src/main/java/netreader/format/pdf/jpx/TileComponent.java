package netreader.format.pdf.jpx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A component of a tile, divided into resolutions, bands, precincts and code blocks. */
final class TileComponent {
    /** How many precincts and code blocks a tile may have: more than any real picture has. */
    private static final int MOST_PARTS = 400_000;

    final Area area;
    final Coding coding;
    /** Its areas at each resolution, the smallest first. */
    final List<Area> resolutions = new ArrayList<>();

    /** For each resolution its precincts, row by row. */
    final List<List<Precinct>> precincts = new ArrayList<>();

    private final int number;
    private final Grid.Component of;
    private final Quantization quantization;
    private final Area tile;
    private long partsLeft;

    TileComponent(Grid grid, Area tile, int number, Parameters parameters) throws IOException {
        this.number = number;
        this.of = grid.components().get(number);
        this.tile = tile;
        this.partsLeft = MOST_PARTS / grid.components().size();
        this.area = grid.samples(tile, number, 0);
        this.coding = parameters.coding(number);
        this.quantization = parameters.quantization(number);
        for (int r = 0; r <= coding.levels(); r++) {
            resolutions.add(area.halved(coding.levels() - r));
        }
        for (int r = 0; r <= coding.levels(); r++) {
            precincts.add(divide(r));
        }
    }

    private List<Precinct> divide(int resolution) throws IOException {
        List<Precinct> all = new ArrayList<>();
        Area whole = resolutions.get(resolution);
        if (whole.isEmpty()) {
            return all;
        }
        List<Band> bands = bands(resolution);
        int width = coding.precinctWidth(resolution);
        int height = coding.precinctHeight(resolution);
        // A precinct's size is that of its part of the resolution; its bands, but the lowest, have half of that.
        int half = resolution == 0 ? 0 : 1;
        int levels = coding.levels() - resolution;
        int blockWidth = Math.min(coding.blockWidth(), width - half);
        int blockHeight = Math.min(coding.blockHeight(), height - half);
        count(parts(whole, width, height));
        for (Band band : bands) {
            count(parts(band.area(), blockWidth, blockHeight));
        }
        for (int row = whole.y0() >> height; row <= (whole.y1() - 1) >> height; row++) {
            for (int column = whole.x0() >> width; column <= (whole.x1() - 1) >> width; column++) {
                Precinct precinct = new Precinct(
                        number,
                        resolution,
                        place(column, width + levels, of.dx(), tile.x0()),
                        place(row, height + levels, of.dy(), tile.y0()));
                for (Band band : bands) {
                    Area part = new Area(
                            edge(column, width - half),
                            edge(row, height - half),
                            edge(column + 1, width - half),
                            edge(row + 1, height - half));
                    precinct.add(band, part, blockWidth, blockHeight);
                }
                all.add(precinct);
            }
        }
        return all;
    }

    private static long parts(Area area, int width, int height) {
        return ((area.width() >> width) + 2L) * ((area.height() >> height) + 2L);
    }

    private void count(long parts) throws IOException {
        partsLeft -= parts;
        if (partsLeft < 0) {
            throw new IOException("The JPEG 2000 picture is divided into too many parts");
        }
    }

    private static int place(int index, int size, int distance, int first) {
        return (int) Math.max(first, Math.min(Integer.MAX_VALUE, ((long) index << Math.min(size, 31)) * distance));
    }

    private static int edge(int index, int size) {
        return (int) Math.min(Integer.MAX_VALUE, (long) index << size);
    }

    private List<Band> bands(int resolution) {
        if (resolution == 0) {
            return List.of(band(resolutions.get(0), 0, 0, 0, 0, 0));
        }
        int level = coding.levels() - resolution + 1;
        int first = 3 * resolution - 2;
        int x = resolutions.get(resolution - 1).width();
        int y = resolutions.get(resolution - 1).height();
        return List.of(
                band(area.band(level, 1, 0), 1, 0, x, 0, first),
                band(area.band(level, 0, 1), 0, 1, 0, y, first + 1),
                band(area.band(level, 1, 1), 1, 1, x, y, first + 2));
    }

    private Band band(Area bandArea, int right, int lower, int x, int y, int index) {
        int range = of.precision() + right + lower;
        double step = Math.pow(2, range - quantization.exponent(index)) * (1 + quantization.mantissa(index) / 2048.0);
        return new Band(bandArea, right, lower, x, y, quantization.magnitudeBits(index), (float) step);
    }
}
