package netreader.catalogue.internal;

import java.util.StringJoiner;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.Position;
import netreader.catalogue.internal.positions.PositionLine;
import netreader.catalogue.internal.store.BookNames;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:positions}, which tells where readers have left a book. */
@Component(
        service = PositionCommands.class,
        property = {"osgi.command.scope=nr", "osgi.command.function=positions"})
public final class PositionCommands {
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
            lines.add(PositionLine.of(book, position));
        }
        return lines.length() == 0 ? "Nobody has opened " + BookNames.shown(book.name()) : lines.toString();
    }
}
