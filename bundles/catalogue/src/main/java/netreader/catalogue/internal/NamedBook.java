package netreader.catalogue.internal;

import java.util.stream.Collectors;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.NamedBooks;
import netreader.shell.CommandException;

/** The one book that somebody means in the shell. */
final class NamedBook {
    /** How a book is named in the shell. */
    static final String MEANING = "a book by its number, name, name without extension, or title";

    /** More numbers help nobody to choose. */
    private static final int MAX_IDS = 20;

    private NamedBook() {}

    /** @throws CommandException NOT_FOUND or AMBIGUOUS */
    static CatalogueBook find(Catalogue catalogue, String name) throws CatalogueException {
        NamedBooks named = catalogue.named(name);
        if (named.count() == 1) {
            return named.books().get(0);
        }
        if (named.count() == 0) {
            throw new CommandException("NOT_FOUND", "There is no book \"" + name + "\"");
        }
        String ids = named.books().stream()
                .limit(MAX_IDS)
                .map(book -> Long.toString(book.id()))
                .collect(Collectors.joining(", "));
        throw new CommandException(
                "AMBIGUOUS",
                named.count() + " books are called \"" + name + "\"; say which by its number: " + ids
                        + (named.count() > MAX_IDS ? " …" : ""));
    }
}
