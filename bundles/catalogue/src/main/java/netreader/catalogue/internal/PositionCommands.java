package netreader.catalogue.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.Position;
import netreader.catalogue.Reader;
import netreader.format.Delivery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:positions}, which tells where readers have left a book. */
@Component(
        service = PositionCommands.class,
        property = {"osgi.command.scope=nr", "osgi.command.function=positions"})
public final class PositionCommands {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final int SHORT_ID = 8;

    private final Catalogue catalogue;

    @Activate
    public PositionCommands(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * A line for each reader and device: how far, when by the device's clock, who, and on what; what each reader told
     * last comes first.
     *
     * @param name the book's number, name, name without extension, or title
     */
    public String positions(String name) throws CatalogueException {
        CatalogueBook book = NamedBook.find(catalogue, name);
        StringJoiner lines = new StringJoiner("\n");
        for (Position position : catalogue.positions(book.id())) {
            lines.add(String.format(
                    "%6.1f %%  %-12s  %-16s  %s on %s",
                    100 * position.place().fraction(),
                    page(book, position),
                    when(position.time()),
                    printable(position.reader().name()),
                    device(position.reader())));
        }
        return lines.length() == 0 ? "Nobody has opened " + book.name() : lines.toString();
    }

    /** The anchor of a book that readers paint is a page from 0; that of a text is found by its fraction. */
    private static String page(CatalogueBook book, Position position) {
        return book.delivery() == Delivery.FILE
                ? "page " + (position.place().anchor() + 1)
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
        return reader.deviceName().isEmpty() ? printable(id) : printable(reader.deviceName() + " (" + id + ")");
    }

    /** What readers tell may hold anything. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
