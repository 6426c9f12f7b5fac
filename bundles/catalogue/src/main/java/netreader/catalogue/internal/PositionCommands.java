package netreader.catalogue.internal;

import java.util.List;
import java.util.Optional;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.Position;
import netreader.catalogue.internal.positions.PositionLine;
import netreader.catalogue.internal.store.BookNames;
import netreader.format.Delivery;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.Commands;
import netreader.shell.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:positions}, which tells where readers have left a book. */
@Component
public final class PositionCommands implements Commands {
    private final Catalogue catalogue;

    @Activate
    public PositionCommands(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.named("positions", "tells where the readers of a book are, on which devices")
                .required("BOOK", NamedBook.MEANING)
                .note("What each reader told last comes first; times are those of the devices' clocks.")
                .example("nr:positions 论语", "tells who reads it, how far they are, since when and on what")
                .does(CatalogueAction.of(this::positions)));
    }

    private Answer positions(Arguments arguments) throws CatalogueException {
        CatalogueBook book = NamedBook.find(catalogue, arguments.required("BOOK"));
        boolean painted = book.delivery() == Delivery.FILE;
        return Table.<Position>of("positions", catalogue.positions(book.id()))
                .column("fraction", position -> position.place().fraction(), PositionLine::percent)
                .forPrograms("anchor", position -> position.place().anchor())
                .column(
                        "page",
                        position -> painted ? Optional.of(position.place().pageOf(book.pages()) + 1) : Optional.empty(),
                        position -> PositionLine.place(book, position))
                .column("time", PositionLine::time, PositionLine::when)
                .column("reader", position -> position.reader().name(), PositionLine::reader)
                .forPrograms("device", position -> position.reader().device())
                .column("deviceName", position -> position.reader().deviceName(), PositionLine::device)
                .with("id", book.id())
                .with("name", book.name())
                .whenEmpty("Nobody has opened " + BookNames.shown(book.name()));
    }
}
