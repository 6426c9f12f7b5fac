package netreader.catalogue.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.NamedBooks;
import netreader.catalogue.ShelfFolder;
import netreader.catalogue.ShelfPage;
import netreader.catalogue.ShelfQuery;

/** Queries over all rows: the slice that fixes what is asked; tables of their own follow. */
final class SimpleQueries {
    private SimpleQueries() {}

    private static List<CatalogueBook> all(Connection connection) throws SQLException {
        return BookTable.changesSince(connection, 0, Integer.MAX_VALUE - 1).books();
    }

    static ShelfPage query(Connection connection, ShelfQuery query) throws SQLException {
        String words = query.words().toLowerCase(Locale.ROOT).strip();
        Comparator<CatalogueBook> order = switch (query.order()) {
            case TITLE -> Comparator.comparing(CatalogueBook::title);
            case AUTHOR -> Comparator.comparing(book -> String.join(",", book.authors()));
            case NAME -> Comparator.comparing(CatalogueBook::name);
            case ADDED -> Comparator.comparing(CatalogueBook::id);
            case SIZE -> Comparator.comparing(CatalogueBook::size);
        };
        List<CatalogueBook> found = all(connection).stream()
                .filter(book -> query.format().map(book.format()::equals).orElse(true))
                .filter(book -> query.folder()
                        .map(folder -> book.name().startsWith(folder + "/"))
                        .orElse(true))
                .filter(book -> (book.name() + book.title() + book.authors())
                        .toLowerCase(Locale.ROOT)
                        .contains(words))
                .sorted(query.descending() ? order.reversed() : order)
                .toList();
        int from = query.after().map(Integer::parseInt).orElse(0);
        int to = Math.min(found.size(), from + query.limit());
        Optional<String> next = to < found.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        return new ShelfPage(found.subList(from, to), next, Optional.of((long) found.size()));
    }

    static List<ShelfFolder> folders(Connection connection, String folder) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        String start = folder.isEmpty() ? "" : folder + "/";
        for (CatalogueBook book : all(connection)) {
            int end = book.name().indexOf('/', start.length());
            if (book.name().startsWith(start) && end > 0) {
                counts.merge(book.name().substring(0, end), 1L, Long::sum);
            }
        }
        List<ShelfFolder> folders = new ArrayList<>();
        counts.forEach((name, books) -> folders.add(new ShelfFolder(name, books)));
        return folders;
    }

    static NamedBooks named(Connection connection, String name) throws SQLException {
        List<Predicate<CatalogueBook>> ways = List.of(
                book -> Long.toString(book.id()).equals(name),
                book -> book.name().equals(name) || book.name().endsWith("/" + name),
                book -> book.title().equalsIgnoreCase(name));
        for (Predicate<CatalogueBook> way : ways) {
            List<CatalogueBook> found = all(connection).stream().filter(way).toList();
            if (!found.isEmpty()) {
                return new NamedBooks(found, found.size());
            }
        }
        return new NamedBooks(List.of(), 0);
    }
}
