package netreader.catalogue.internal;

import java.util.StringJoiner;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueBook.Status;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.store.BookNames;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:quarantine}, the books that cannot be read, and {@code nr:retry}, which reads one again. */
@Component(
        service = QuarantineCommands.class,
        property = {"osgi.command.scope=nr", "osgi.command.function=quarantine", "osgi.command.function=retry"})
public final class QuarantineCommands {
    private final Catalogue catalogue;

    @Activate
    public QuarantineCommands(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Two lines for each book that cannot be read: number and name, and why. */
    public String quarantine() throws CatalogueException {
        StringJoiner lines = new StringJoiner("\n");
        for (CatalogueBook book :
                catalogue.changesSince(0, Integer.MAX_VALUE - 1).books()) {
            if (book.status() == Status.QUARANTINED) {
                lines.add(String.format("%6d  %s", book.id(), BookNames.shown(book.name())));
                lines.add("        " + book.reason().orElse(""));
            }
        }
        return lines.length() == 0 ? "No book is quarantined" : lines.toString();
    }

    /**
     * Reads a book for the shelf once more, whatever became of it before.
     *
     * @param name the book's number, name, name without extension, or title
     */
    public String retry(String name) throws CatalogueException {
        CatalogueBook book = NamedBook.find(catalogue, name);
        catalogue.readAgain(book.id());
        return BookNames.shown(book.name()) + " is read again; nr:books tells what comes of it";
    }
}
