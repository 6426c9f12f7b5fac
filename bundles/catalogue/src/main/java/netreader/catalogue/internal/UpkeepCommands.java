package netreader.catalogue.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.scan.Findings;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.Commands;
import netreader.shell.Facts;
import netreader.shell.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:backup}, {@code nr:rescan} and {@code nr:why}. */
@Component
public final class UpkeepCommands implements Commands {
    private final Catalogue catalogue;
    private final Upkeep upkeep;

    @Activate
    public UpkeepCommands(@Reference Catalogue catalogue, @Reference Upkeep upkeep) {
        this.catalogue = catalogue;
        this.upkeep = upkeep;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.named("backup", "copies catalogue and places while the server runs, and checks the copies")
                        .note(
                                "To put a backup back, stop the server and copy its files over those in server/ of the data"
                                        + " folder.")
                        .example("nr:backup", "says where the copies are")
                        .does(CatalogueAction.of(this::backUp)),
                Command.named("rescan", "looks at the library now, and says what it has found")
                        .optional("FOLDER", "only this folder of the library and those in it")
                        .note("The server looks by itself when something happens in the library; this is for network"
                                + " shares that tell of nothing. New books are read in the background afterwards.")
                        .example("nr:rescan", "looks at everything")
                        .example("nr:rescan 'my novels'", "looks at one folder")
                        .does(CatalogueAction.of(this::rescan)),
                Command.named("why", "tells what the server knows of a book, how it was read and why, what went wrong")
                        .required("BOOK", NamedBook.MEANING + "; of one that has gone number or name")
                        .example("nr:why 论语", "tells its story")
                        .example("nr:why 12", "tells that of book 12")
                        .does(CatalogueAction.of(this::why)));
    }

    private Answer backUp(Arguments arguments) throws CatalogueException {
        Path folder = upkeep.backUp();
        return Facts.said("The backup is in " + folder).with("folder", folder.toString());
    }

    private Answer rescan(Arguments arguments) throws CatalogueException {
        Findings found = upkeep.rescan(arguments.optional("FOLDER").orElse(""));
        return Facts.said(found.sentence())
                .with("files", found.files())
                .with("added", found.added())
                .with("changed", found.changed())
                .with("moved", found.moved())
                .with("back", found.back())
                .with("gone", found.gone())
                .with("growing", found.growing());
    }

    private Answer why(Arguments arguments) throws CatalogueException {
        String name = arguments.required("BOOK");
        Optional<Long> gone = upkeep.goneBook(name);
        boolean byNumber = gone.isPresent() && name.equals(Long.toString(gone.get()));
        long id = byNumber || (gone.isPresent() && catalogue.named(name).count() == 0)
                ? gone.get()
                : NamedBook.find(catalogue, name).id();
        return Table.of("facts", upkeep.why(id))
                .column("name", Why.Line::name)
                .column("value", Why.Line::value)
                .with("id", id)
                .withoutHeads();
    }
}
