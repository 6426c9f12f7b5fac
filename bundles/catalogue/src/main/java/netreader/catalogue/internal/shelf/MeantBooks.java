package netreader.catalogue.internal.shelf;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.NamedBooks;
import netreader.catalogue.internal.store.BookNames;
import netreader.catalogue.internal.store.BookTable;
import netreader.catalogue.internal.store.Sql;

/**
 * Finds the books that somebody means: by number, name, file name, file name without extension, or title. On the
 * database's thread.
 */
public final class MeantBooks {
    private static final int MAX_BOOKS = 100;
    /** So many titles that begin alike are looked at. */
    private static final int MAX_TITLES = 5000;

    private final Connection connection;
    private final String name;

    private MeantBooks(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    public static NamedBooks find(Connection connection, String name) throws SQLException, CatalogueException {
        List<Long> ids = new MeantBooks(connection, name).ids();
        List<CatalogueBook> books = new ArrayList<>();
        for (long id : ids.subList(0, Math.min(ids.size(), MAX_BOOKS))) {
            books.add(BookTable.book(connection, id));
        }
        return new NamedBooks(books, ids.size());
    }

    /** What is compared with what was said. */
    private record Candidate(long id, String name, String title) {}

    private List<Long> ids() throws SQLException {
        List<Candidate> byPlace = new ArrayList<>();
        if (name.matches("[1-9][0-9]{0,17}")) {
            byPlace.addAll(candidates("id = ?", Long.parseLong(name)));
        }
        byPlace.addAll(candidates("book.name = ?", name));
        byPlace.addAll(candidates(
                "shelf.book in (select rowid from shelf_mark where shelf_mark match ?)",
                Marks.ofStem(BookNames.stem(name)) + " OR " + Marks.ofStem(BookNames.stem(name + "."))));
        String begin = name.toLowerCase(Locale.ROOT);
        List<Predicate<Candidate>> placed = List.of(
                book -> Long.toString(book.id()).equals(name),
                book -> book.name().equals(name),
                book -> book.name().endsWith("/" + name),
                book -> BookNames.stem(book.name()).equals(name));
        List<Predicate<Candidate>> titled = List.of(
                book -> book.title().equals(name),
                book -> book.title().equalsIgnoreCase(name),
                book -> book.title().toLowerCase(Locale.ROOT).startsWith(begin));
        List<Long> found = first(byPlace, placed);
        return found.isEmpty() ? first(beginning(), titled) : found;
    }

    private static List<Long> first(List<Candidate> candidates, List<Predicate<Candidate>> ways) {
        for (Predicate<Candidate> way : ways) {
            List<Long> found = candidates.stream()
                    .filter(way)
                    .map(Candidate::id)
                    .distinct()
                    .sorted()
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Books whose titles begin so, and some more; first those that have it for their title. */
    private List<Candidate> beginning() throws SQLException {
        byte[] key = SortKey.of(name);
        List<Candidate> candidates = new ArrayList<>(candidates("shelf.title = ?", (Object) key));
        // The number at the end may be the beginning of a longer one, which is somewhere else.
        byte[] start = SortKey.of(SearchText.fold(name).replaceFirst("[0-9]+$", ""));
        candidates.addAll(candidates("shelf.title >= ? and shelf.title < ?", start, SortKey.end(start)));
        return candidates;
    }

    private List<Candidate> candidates(String which, Object... parameters) throws SQLException {
        List<Candidate> candidates = new ArrayList<>();
        Sql sql = new Sql()
                .add("select id, book.name, book.title from shelf join book on id = shelf.book where ")
                .add(which, parameters)
                .add(" limit " + MAX_TITLES);
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                candidates.add(new Candidate(row.getLong(1), row.getString(2), row.getString(3)));
            }
        }
        return candidates;
    }
}
