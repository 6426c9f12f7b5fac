package netreader.format.pdf.jpx;

import java.util.ArrayList;
import java.util.List;

/** A precinct: the code blocks of a resolution's bands whose data come in the same packets. */
final class Precinct {
    /** The blocks of one band, row by row. */
    static final class Blocks {
        final Band band;
        final int across;
        final List<CodeBlock> blocks;
        final TagTree inclusion;
        final TagTree zeroPlanes;

        private Blocks(Band band, int across, List<CodeBlock> blocks) {
            this.band = band;
            this.across = across;
            this.blocks = blocks;
            this.inclusion = new TagTree(across, blocks.size() / across);
            this.zeroPlanes = new TagTree(across, blocks.size() / across);
        }
    }

    final int component;
    final int resolution;
    /** The place on the picture's grid that decides when it comes in orders by position. */
    final int x;

    final int y;
    final List<Blocks> bands = new ArrayList<>(3);
    /** How many of its layers were read. */
    int layers;

    Precinct(int component, int resolution, int x, int y) {
        this.component = component;
        this.resolution = resolution;
        this.x = x;
        this.y = y;
    }

    /** Adds the blocks that a band has in a part of its area; the sizes are powers of two. */
    void add(Band band, Area part, int blockWidth, int blockHeight) {
        Area area = band.area().meet(part);
        if (area.isEmpty()) {
            return;
        }
        List<CodeBlock> blocks = new ArrayList<>();
        int across = ((area.x1() - 1) >> blockWidth) - (area.x0() >> blockWidth) + 1;
        for (int row = area.y0() >> blockHeight; row <= (area.y1() - 1) >> blockHeight; row++) {
            for (int column = area.x0() >> blockWidth; column <= (area.x1() - 1) >> blockWidth; column++) {
                blocks.add(new CodeBlock(area.meet(new Area(
                        column << blockWidth,
                        row << blockHeight,
                        (column + 1) << blockWidth,
                        (row + 1) << blockHeight))));
            }
        }
        bands.add(new Blocks(band, across, blocks));
    }
}
