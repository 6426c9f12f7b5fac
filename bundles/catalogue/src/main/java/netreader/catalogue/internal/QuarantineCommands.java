package netreader.catalogue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.ShelfQuery;
import netreader.catalogue.internal.store.BookNames;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.Commands;
import netreader.shell.Facts;
import netreader.shell.Table;
import netreader.shell.UsageException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:quarantine}, the books that cannot be read, and {@code nr:retry}, which reads some again. */
@Component
public final class QuarantineCommands implements Commands {
    private static final int PAGE = 500;

    private final Catalogue catalogue;

    @Activate
    public QuarantineCommands(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.named("quarantine", "lists the books that cannot be read, and why")
                        .note("A book is read again by itself when its file or its format is another.")
                        .example("nr:quarantine", "lists them with their numbers, for nr:retry")
                        .does(this::quarantine),
                Command.named("retry", "reads books again, whatever became of them before")
                        .repeated("BOOK", NamedBook.MEANING)
                        .flag("--all", "all books that are quarantined")
                        .note("The answer comes at once; nr:books tells what has become of the books.")
                        .example("nr:retry 12", "reads book 12 again")
                        .example("nr:retry --all", "reads all again that could not be read")
                        .does(CatalogueAction.of(this::retry)));
    }

    private Iterable<CatalogueBook> quarantined() {
        ShelfQuery all = new ShelfQuery(
                "", ShelfQuery.Order.NAME, false, Optional.empty(), Optional.empty(), Optional.empty(), PAGE);
        return new ShelfRows(catalogue, all, book -> book.status() == Status.QUARANTINED, Long.MAX_VALUE);
    }

    private Answer quarantine(Arguments arguments) {
        return Table.<CatalogueBook>of("books", quarantined())
                .column("id", CatalogueBook::id)
                .column("name", CatalogueBook::name, book -> BookNames.shown(book.name()))
                .column("format", CatalogueBook::format)
                .column("reason", CatalogueBook::reason)
                .whenEmpty("No book is quarantined");
    }

    private Answer retry(Arguments arguments) throws CatalogueException {
        List<CatalogueBook> books = new ArrayList<>();
        if (arguments.has("--all") == arguments.has("BOOK")) {
            throw new UsageException("Which book is to be read again? nr:retry BOOK, or nr:retry --all");
        }
        for (String name : arguments.all("BOOK")) {
            books.add(NamedBook.find(catalogue, name));
        }
        if (arguments.has("--all")) {
            quarantined().forEach(books::add);
        }
        for (CatalogueBook book : books) {
            catalogue.readAgain(book.id());
        }
        return Facts.said(sentence(books))
                .with("ids", books.stream().map(CatalogueBook::id).toList());
    }

    private static String sentence(List<CatalogueBook> books) {
        if (books.isEmpty()) {
            return "No book is quarantined";
        }
        String which = books.size() == 1 ? BookNames.shown(books.get(0).name()) + " is" : books.size() + " books are";
        return which + " read again; nr:books tells what comes of it";
    }
}
