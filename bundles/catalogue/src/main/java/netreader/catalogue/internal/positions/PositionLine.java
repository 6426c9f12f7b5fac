package netreader.catalogue.internal.positions;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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

    /** How far, when by the device's clock, who, and on what. */
    public static String of(CatalogueBook book, Position position) {
        return String.format(
                "%6.1f %%  %-12s  %-16s  %s on %s",
                100 * position.place().fraction(),
                page(book, position),
                when(position.time()),
                BookNames.shown(position.reader().name()),
                device(position.reader()));
    }

    /** Readers know the pages of a book that they paint, the server how many it counts; of a text it has bytes. */
    private static String page(CatalogueBook book, Position position) {
        return book.delivery() == Delivery.FILE
                ? "page " + (position.place().pageOf(book.pages()) + 1)
                : "byte " + position.place().anchor();
    }

    private static String when(long time) {
        return time == Positions.UNKNOWN_TIME
                ? "-"
                : TIME.format(Instant.ofEpochMilli(time).atZone(ZoneId.systemDefault()));
    }

    private static String device(Reader reader) {
        String id =
                reader.device().substring(0, Math.min(SHORT_ID, reader.device().length()));
        return reader.deviceName().isEmpty()
                ? BookNames.shown(id)
                : BookNames.shown(reader.deviceName() + " (" + id + ")");
    }
}
