package netreader.catalogue.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.ShelfQuery;
import netreader.catalogue.ShelfQuery.Order;
import netreader.catalogue.internal.store.BookNames;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.Commands;
import netreader.shell.Table;
import netreader.shell.UsageException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:books}. */
@Component
public final class BookCommands implements Commands {
    private static final int PAGE = 500;

    private final Catalogue catalogue;

    @Activate
    public BookCommands(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Command> commands() {
        return List.of(Command.named("books", "lists the books")
                .repeated("WORD", "only books in whose title, authors or name each of the words occurs")
                .option("--format", "FORMAT", "only books of this format, such as TXT")
                .option("--status", "STATUS", "only books that are " + names(Status.values()))
                .option("--folder", "FOLDER", "only books in this folder of the library and those in it")
                .option("--sort", "KEY", names(Order.values()) + "; name if not given")
                .option("--limit", "N", "at most so many books")
                .example("nr:books", "lists all books")
                .example("nr:books 论语", "lists the books that have these characters in title, authors or name")
                .example("nr:books --format pdf --status quarantined", "lists the PDFs that cannot be read, and why")
                .example("nr:books --folder 'my novels' --json", "lists the books of a folder for a program")
                .does(this::books));
    }

    private Answer books(Arguments arguments) {
        Optional<Status> status = arguments.optional("--status").map(name -> constant(Status.class, name));
        Optional<Integer> limit = arguments.number("--limit", 1, Integer.MAX_VALUE);
        ShelfQuery query = new ShelfQuery(
                String.join(" ", arguments.all("WORD")),
                arguments
                        .optional("--sort")
                        .map(name -> constant(Order.class, name))
                        .orElse(Order.NAME),
                false,
                arguments.optional("--format").map(name -> name.toUpperCase(Locale.ROOT)),
                arguments.optional("--folder").map(name -> name.replaceAll("/+$", "")),
                Optional.empty(),
                limit.map(most -> Math.min(most, PAGE)).orElse(PAGE));
        return table(new ShelfRows(
                        catalogue,
                        query,
                        book -> status.isEmpty() || book.status() == status.get(),
                        limit.orElse(Integer.MAX_VALUE)))
                .whenEmpty(arguments.values().isEmpty() ? "The library is empty" : "There is no such book");
    }

    /** Books with the fields that {@code ls --json} has, and why those that are quarantined are. */
    private static Table<CatalogueBook> table(Iterable<CatalogueBook> books) {
        return Table.<CatalogueBook>of("books", books)
                .column("id", CatalogueBook::id)
                .column("name", CatalogueBook::name, book -> BookNames.shown(book.name()))
                .forPrograms("title", CatalogueBook::title)
                .forPrograms("authors", CatalogueBook::authors)
                .column("format", CatalogueBook::format)
                .forPrograms("delivery", book -> book.delivery().wireName())
                .column("bytes", CatalogueBook::size)
                .column("pages", CatalogueBook::pages)
                .forPrograms("sha256", CatalogueBook::sha256)
                .column("status", book -> name(book.status()))
                .column("reason", CatalogueBook::reason, book -> book.reason().orElse(""));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String names(Enum<?>... constants) {
        return Arrays.stream(constants).map(BookCommands::name).collect(Collectors.joining(", "));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> name(constant).equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("\"" + name + "\" is none of " + names(type.getEnumConstants())));
    }
}
