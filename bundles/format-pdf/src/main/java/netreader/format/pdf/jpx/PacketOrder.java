package netreader.format.pdf.jpx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import netreader.format.pdf.jpx.Parameters.Progression;

/** The order in which the packets of a tile come. */
final class PacketOrder {
    /** Takes one packet after the other; false ends the order. */
    interface Packets {
        boolean next(Precinct precinct) throws IOException;
    }

    private static final Comparator<Precinct> BY_PLACE =
            Comparator.<Precinct>comparingInt(each -> each.y).thenComparingInt(each -> each.x);
    private static final Comparator<Precinct> BY_RESOLUTION = Comparator.comparingInt(each -> each.resolution);
    private static final Comparator<Precinct> BY_COMPONENT = Comparator.comparingInt(each -> each.component);

    /** Orders 0 and 1, in which all precincts of a component's resolution follow each other. */
    private static final Comparator<Precinct> TOGETHER = BY_RESOLUTION.thenComparing(BY_COMPONENT);

    private final List<TileComponent> components;
    private final Parameters parameters;

    PacketOrder(List<TileComponent> components, Parameters parameters) {
        this.components = components;
        this.parameters = parameters;
    }

    /** Calls for each packet of the tile, each precinct's next layer. */
    void forEach(Packets packets) throws IOException {
        if (parameters.changes.isEmpty()) {
            all(new Progression(parameters.order, parameters.layers, 0, 33, 0, components.size()), packets);
            return;
        }
        for (Progression each : parameters.changes) {
            if (!all(each, packets)) {
                return;
            }
        }
    }

    private boolean all(Progression part, Packets packets) throws IOException {
        List<Precinct> precincts = new ArrayList<>();
        for (int c = part.component0(); c < part.component1(); c++) {
            List<List<Precinct>> resolutions = components.get(c).precincts;
            for (int r = part.resolution0(); r < Math.min(part.resolution1(), resolutions.size()); r++) {
                precincts.addAll(resolutions.get(r));
            }
        }
        precincts.sort(order(part.order()));
        int layers = Math.min(part.layers(), parameters.layers);
        return switch (part.order()) {
            case 0 -> byLayer(precincts, layers, packets);
            case 1 -> byResolution(precincts, layers, packets);
            default -> byPrecinct(precincts, layers, packets);
        };
    }

    // Sorting keeps the order of what is equal, so precincts of one component's resolution stay row by row.
    private static Comparator<Precinct> order(int order) {
        return switch (order) {
            case 2 -> BY_RESOLUTION.thenComparing(BY_PLACE).thenComparing(BY_COMPONENT);
            case 3 -> BY_PLACE.thenComparing(BY_COMPONENT).thenComparing(BY_RESOLUTION);
            case 4 -> BY_COMPONENT.thenComparing(BY_PLACE).thenComparing(BY_RESOLUTION);
            default -> TOGETHER;
        };
    }

    private static boolean byLayer(List<Precinct> precincts, int layers, Packets packets) throws IOException {
        if (precincts.isEmpty()) {
            return true;
        }
        for (int layer = 0; layer < layers; layer++) {
            for (Precinct each : precincts) {
                if (each.layers == layer && !packets.next(each)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean byResolution(List<Precinct> precincts, int layers, Packets packets) throws IOException {
        int from = 0;
        while (from < precincts.size()) {
            int to = from;
            while (to < precincts.size() && precincts.get(to).resolution == precincts.get(from).resolution) {
                to++;
            }
            if (!byLayer(precincts.subList(from, to), layers, packets)) {
                return false;
            }
            from = to;
        }
        return true;
    }

    private static boolean byPrecinct(List<Precinct> precincts, int layers, Packets packets) throws IOException {
        for (Precinct each : precincts) {
            while (each.layers < layers) {
                if (!packets.next(each)) {
                    return false;
                }
            }
        }
        return true;
    }
}
