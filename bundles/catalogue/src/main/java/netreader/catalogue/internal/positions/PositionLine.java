package netreader.catalogue.internal.positions;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.Position;
import netreader.catalogue.Reader;
import netreader.catalogue.internal.store.BookNames;
import netreader.format.Delivery;

/** Where somebody has left a book, on a line for an administrator. */
public final class PositionLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final int SHORT_ID = 8;

    private PositionLine() {}

    /** How far, where, when by the device's clock, who, and on what. */
    public static String of(CatalogueBook book, Position position) {
        return String.join(
                "  ",
                percent(position),
                place(book, position),
                when(position),
                reader(position) + " on " + device(position));
    }

    public static String percent(Position position) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * position.place().fraction());
    }

    /** Readers know the pages of a book that they paint, the server how many it counts; of a text it has bytes. */
    public static String place(CatalogueBook book, Position position) {
        return book.delivery() == Delivery.FILE
                ? "page " + (position.place().pageOf(book.pages()) + 1)
                : "byte " + position.place().anchor();
    }

    /** In milliseconds since 1970; empty if the device did not say. */
    public static Optional<Long> time(Position position) {
        return Optional.of(position.time()).filter(time -> time != Positions.UNKNOWN_TIME);
    }

    /** As a person reads it, in the server's time zone. */
    public static String when(Position position) {
        return time(position)
                .map(time -> TIME.format(Instant.ofEpochMilli(time).atZone(ZoneId.systemDefault())))
                .orElse("-");
    }

    public static String reader(Position position) {
        return BookNames.shown(position.reader().name());
    }

    /** What people call the device and how its id begins. */
    public static String device(Position position) {
        Reader reader = position.reader();
        String id =
                reader.device().substring(0, Math.min(SHORT_ID, reader.device().length()));
        return reader.deviceName().isEmpty()
                ? BookNames.shown(id)
                : BookNames.shown(reader.deviceName() + " (" + id + ")");
    }
}
