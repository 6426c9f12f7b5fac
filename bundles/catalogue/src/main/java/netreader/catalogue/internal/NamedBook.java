package netreader.catalogue.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;

/** Finds the book that somebody means in the shell: by its number, name, name without extension, or title. */
final class NamedBook {
    private NamedBook() {}

    /** @throws CatalogueException NOT_FOUND if there is none, or several */
    static CatalogueBook find(Catalogue catalogue, String name) throws CatalogueException {
        List<CatalogueBook> shelf =
                catalogue.changesSince(0, Integer.MAX_VALUE - 1).books();
        List<Predicate<CatalogueBook>> ways = List.of(
                book -> Long.toString(book.id()).equals(name),
                book -> book.name().equals(name),
                book -> book.name().endsWith("/" + name),
                book -> stem(book).equals(name),
                book -> book.title().equalsIgnoreCase(name),
                book -> book.title().toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)));
        for (Predicate<CatalogueBook> way : ways) {
            List<CatalogueBook> found = shelf.stream().filter(way).toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            if (found.size() > 1) {
                throw new CatalogueException(
                        Problem.NOT_FOUND,
                        found.size() + " books are called \"" + name + "\"; say which by its number in nr:books");
            }
        }
        throw new CatalogueException(Problem.NOT_FOUND, "There is no book \"" + name + "\"");
    }

    private static String stem(CatalogueBook book) {
        String file = book.name().substring(book.name().lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
