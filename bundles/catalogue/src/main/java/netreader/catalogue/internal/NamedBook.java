package netreader.catalogue.internal;

import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.NamedBooks;

/** The one book that somebody means in the shell. */
final class NamedBook {
    private NamedBook() {}

    /** @throws CatalogueException NOT_FOUND if there is none, or several */
    static CatalogueBook find(Catalogue catalogue, String name) throws CatalogueException {
        NamedBooks named = catalogue.named(name);
        if (named.count() == 1) {
            return named.books().get(0);
        }
        throw new CatalogueException(
                Problem.NOT_FOUND,
                named.count() == 0
                        ? "There is no book \"" + name + "\""
                        : named.count() + " books are called \"" + name + "\"; say which by its number in nr:books");
    }
}
