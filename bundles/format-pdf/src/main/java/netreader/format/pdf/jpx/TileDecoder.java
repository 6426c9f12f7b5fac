package netreader.format.pdf.jpx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import netreader.format.pdf.jpx.Codestream.TileData;
import netreader.format.pdf.jpx.Precinct.Blocks;

/** Decodes one tile into the planes of the picture. Code blocks are shared out among the threads of the common pool. */
final class TileDecoder {
    /** A code block and where it belongs. */
    private record Job(Coefficients to, Band band, CodeBlock block) {}

    private final Grid grid;
    private final TileData data;
    private final int reduction;
    private final BooleanSupplier cancelled;
    private final Area tile;
    private final byte[] packets;
    private final List<Coefficients> coefficients = new ArrayList<>();

    TileDecoder(Grid grid, TileData data, int reduction, BooleanSupplier cancelled) throws IOException {
        this.grid = grid;
        this.data = data;
        this.reduction = reduction;
        this.cancelled = cancelled;
        this.tile = grid.tile(data.number);
        this.packets = data.packets.toByteArray();
    }

    void decode(List<Plane> planes) throws IOException {
        List<TileComponent> components = new ArrayList<>();
        for (int i = 0; i < grid.components().size(); i++) {
            components.add(new TileComponent(grid, tile, i, data.parameters));
        }
        new PacketReader(packets, data.headers.toByteArray(), data.parameters, components).readAll();
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            Coefficients each = new Coefficients(components.get(i), reduction, data.parameters.shift(i));
            coefficients.add(each);
            collect(each, components.get(i), jobs);
        }
        decodeBlocks(jobs);
        check();
        boolean mixed = isMixed(components);
        IntStream.range(0, coefficients.size()).parallel().forEach(i -> {
            if (!cancelled.getAsBoolean()) {
                coefficients.get(i).join(cancelled);
            }
        });
        check();
        if (mixed) {
            coefficients.get(0).mix(coefficients.get(1), coefficients.get(2));
        }
        for (int i = 0; i < planes.size(); i++) {
            coefficients.get(i).write(grid.components().get(i), planes.get(i));
        }
    }

    private void check() throws IOException {
        if (cancelled.getAsBoolean()) {
            throw new Cancelled();
        }
    }

    private void collect(Coefficients to, TileComponent component, List<Job> jobs) {
        for (int r = 0; r <= component.coding.levels() - reduction; r++) {
            for (Precinct precinct : component.precincts.get(r)) {
                for (Blocks blocks : precinct.bands) {
                    for (CodeBlock block : blocks.blocks) {
                        if (!block.segments.isEmpty()) {
                            jobs.add(new Job(to, blocks.band, block));
                        }
                    }
                }
            }
        }
    }

    private void decodeBlocks(List<Job> jobs) {
        AtomicInteger next = new AtomicInteger();
        int workers = Math.min(Runtime.getRuntime().availableProcessors(), 1 + jobs.size() / 16);
        IntStream.range(0, workers).parallel().forEach(worker -> {
            BlockDecoder decoder = new BlockDecoder();
            for (int i = next.getAndIncrement();
                    i < jobs.size() && !cancelled.getAsBoolean();
                    i = next.getAndIncrement()) {
                Job job = jobs.get(i);
                job.to.decode(decoder, job.band, job.block, packets);
            }
        });
    }

    /** Whether the first three components are a luminance and two differences, and can be. */
    private boolean isMixed(List<TileComponent> components) {
        boolean mixed = data.parameters.componentTransform && components.size() >= 3;
        for (int i = 1; i < 3 && mixed; i++) {
            mixed = components.get(i).area.equals(components.get(0).area)
                    && components.get(i).coding.reversible()
                            == components.get(0).coding.reversible();
        }
        return mixed;
    }
}
