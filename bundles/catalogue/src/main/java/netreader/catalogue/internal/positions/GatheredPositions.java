package netreader.catalogue.internal.positions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import netreader.catalogue.Position;

/** Positions that are on their way to the disk: of each reader, book and device the last one. Any thread. */
final class GatheredPositions {
    private record Key(String reader, long book) {}

    private final Map<Key, Map<String, Position>> byDevice = new HashMap<>();

    /** Puts it unless one with the same count or a greater one is there already; returns what is there then. */
    synchronized Position put(PositionTable.Row row) {
        Position position = row.position();
        return byDevice.computeIfAbsent(new Key(position.reader().name(), row.book()), key -> new HashMap<>())
                .merge(position.reader().device(), position, Positions::later);
    }

    synchronized List<Position> of(String reader, long book) {
        return List.copyOf(
                byDevice.getOrDefault(new Key(reader, book), Map.of()).values());
    }

    synchronized List<Position> of(long book) {
        List<Position> positions = new ArrayList<>();
        byDevice.forEach((key, devices) -> {
            if (key.book() == book) {
                positions.addAll(devices.values());
            }
        });
        return positions;
    }

    synchronized List<PositionTable.Row> all() {
        List<PositionTable.Row> rows = new ArrayList<>();
        byDevice.forEach((key, devices) ->
                devices.values().forEach(position -> rows.add(new PositionTable.Row(key.book(), position))));
        return rows;
    }

    /** They are on the disk: those that have not changed since are forgotten here. */
    synchronized void written(List<PositionTable.Row> rows) {
        for (PositionTable.Row row : rows) {
            Position position = row.position();
            Key key = new Key(position.reader().name(), row.book());
            Map<String, Position> devices = byDevice.get(key);
            devices.remove(position.reader().device(), position);
            if (devices.isEmpty()) {
                byDevice.remove(key);
            }
        }
    }

    synchronized int readersAndBooks() {
        return byDevice.size();
    }
}
