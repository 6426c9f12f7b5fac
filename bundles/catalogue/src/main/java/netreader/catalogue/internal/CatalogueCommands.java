package netreader.catalogue.internal;

import java.util.Locale;
import java.util.StringJoiner;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.store.BookNames;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:books}. */
@Component(
        service = CatalogueCommands.class,
        property = {"osgi.command.scope=nr", "osgi.command.function=books"})
public final class CatalogueCommands {
    private final Catalogue catalogue;

    @Activate
    public CatalogueCommands(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A line for each book: number, format, pages, status, name, and why it is quarantined. */
    public String books() throws CatalogueException {
        StringJoiner lines = new StringJoiner("\n");
        for (CatalogueBook book :
                catalogue.changesSince(0, Integer.MAX_VALUE - 1).books()) {
            lines.add(String.format(
                    "%6d  %-6s %6d  %-11s %s%s",
                    book.id(),
                    book.format(),
                    book.pages(),
                    book.status().name().toLowerCase(Locale.ROOT),
                    BookNames.shown(book.name()),
                    book.reason().map(reason -> "  (" + reason + ")").orElse("")));
        }
        return lines.length() == 0 ? "The library is empty" : lines.toString();
    }
}
