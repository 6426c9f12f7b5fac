package netreader.catalogue.internal.shelf;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.ShelfFolder;
import netreader.catalogue.ShelfPage;
import netreader.catalogue.ShelfQuery;
import netreader.catalogue.internal.store.BookTable;
import netreader.catalogue.internal.store.Sql;

/**
 * Answers queries of the shelf. Where an index says that few books can be meant, these are sorted; else the books are
 * walked through in their order until a page is full. On the database's thread.
 */
public final class ShelfQueries {
    /** So many books are read and sorted in some milliseconds. */
    private static final int FEW = 4000;

    /** To read and sort so many takes no longer than to meet them in their order. */
    private static final int SORTED = 800;

    private static final String COUNT =
            "select count(*) from (select 1 from shelf_mark where shelf_mark match ? limit " + (FEW + 1) + ")";

    private final Connection connection;
    private final ShelfQuery query;
    private final String key;
    private final List<String> words;
    private final Optional<String> folder;

    private ShelfQueries(Connection connection, ShelfQuery query) {
        this.connection = connection;
        this.query = query;
        this.key = query.order().name().toLowerCase(Locale.ROOT);
        this.words = SearchText.words(query.words());
        this.folder = query.folder().filter(path -> !path.isEmpty());
    }

    public static ShelfPage query(Connection connection, ShelfQuery query) throws SQLException, CatalogueException {
        ShelfQueries queries = new ShelfQueries(connection, query);
        Optional<PageToken> after = Optional.empty();
        if (query.after().isPresent()) {
            after = Optional.of(PageToken.parse(query.after().get(), query.order()));
        }
        return queries.page(after);
    }

    public static List<ShelfFolder> folders(Connection connection, String folder) throws SQLException {
        List<ShelfFolder> folders = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select path, books from folder
                where parent = (select id from folder where path = ?) and books > 0 order by path""")) {
            select.setString(1, folder);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    folders.add(new ShelfFolder(row.getString(1), row.getLong(2)));
                }
            }
        }
        return folders;
    }

    private ShelfPage page(Optional<PageToken> after) throws SQLException {
        List<String> marks = new ArrayList<>(Marks.of(words));
        query.format().ifPresent(format -> marks.add(Marks.ofFormat(format)));
        if (folder.isPresent()) {
            marks.add(Marks.ofFolder(number("select id from folder where path = ?", folder.get())));
        }
        boolean many = counted().filter(books -> books > FEW).isPresent();
        if (!marks.isEmpty() && !many) {
            String match = String.join(" ", marks);
            boolean exact = folder.isEmpty()
                    && query.format().isEmpty()
                    && words.stream().allMatch(Marks::areExact);
            long marked = exact ? number(COUNT, match) : 0;
            Optional<ShelfPage> few =
                    marked > SORTED && marked <= FEW ? Optional.of(met(after, match, marked)) : sorted(after, match);
            if (few.isPresent()) {
                return few.get();
            }
        }
        return walked(after);
    }

    private long number(String sql, String parameter) throws SQLException {
        try (PreparedStatement select = new Sql().add(sql, parameter).prepare(connection);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** All that is meant, by the marks, sorted and counted; empty if these are the marks of too many. */
    private Optional<ShelfPage> sorted(Optional<PageToken> after, String match) throws SQLException {
        Sql sql = new Sql().add("""
                with marked as materialized (select rowid as book from shelf_mark where shelf_mark match ? limit %d),
                found as materialized (select book, %s as key from marked cross join shelf using (book)
                where (select count(*) from marked) <= %d""".formatted(FEW + 1, key, FEW), match);
        query.format().ifPresent(format -> sql.add(" and format = ?", format));
        words.stream().filter(word -> !Marks.areExact(word)).forEach(word -> sql.add(" and instr(text, ?)", word));
        sql.add("), page as materialized (select book, key from found");
        after.ifPresent(from -> sql.add(" where (key, book) " + behind() + " (?, ?)", from.value(), from.book()));
        sql.add(order("key", "book") + " limit " + (query.limit() + 1) + ")");
        return read(sql, "(select count(*) from found), (select count(*) from marked)", Optional.empty());
    }

    /** Those with the marks, met in their order: of that many the first ones are soon met, and none but these is read. */
    private ShelfPage met(Optional<PageToken> after, String match, long marked) throws SQLException {
        Sql sql = new Sql()
                .add(
                        "with page as materialized (select book, " + key + " as key from shelf indexed by shelf_" + key
                                + " where +book in (select rowid from shelf_mark where shelf_mark match ?)",
                        match);
        after.ifPresent(from -> sql.add(" and (" + key + ", book) " + behind() + " (?, ?)", from.value(), from.book()));
        sql.add(order(key, "book") + " limit " + (query.limit() + 1) + ")");
        return read(sql, "null, 0", Optional.of(marked)).orElseThrow();
    }

    /** From where the last page ended, past all that is not meant. */
    private ShelfPage walked(Optional<PageToken> after) throws SQLException {
        Sql sql = new Sql()
                .add("with page as materialized (select book, " + key + " as key from shelf indexed by shelf_" + key
                        + " where true");
        after.ifPresent(from -> sql.add(" and (" + key + ", book) " + behind() + " (?, ?)", from.value(), from.book()));
        if (folder.isPresent()) {
            addFolder(sql, folder.get());
        }
        query.format().ifPresent(format -> sql.add(" and format = ?", format));
        words.forEach(word -> sql.add(" and instr(text, ?)", word));
        sql.add(order(key, "book") + " limit " + (query.limit() + 1) + ")");
        return read(sql, "null, 0", counted()).orElseThrow();
    }

    private void addFolder(Sql sql, String path) {
        // Between "path/" and "path0", the character after the slash: all folders below it.
        sql.add(
                " and folder in (select id from folder where path = ? or path > ? and path < ?)",
                path,
                path + "/",
                path + "0");
        if (query.order() == ShelfQuery.Order.NAME) {
            byte[] start = SortKey.ofPath(path + "/");
            sql.add(" and name >= ? and name < ?", start, SortKey.end(start));
        }
    }

    /** How many books there are where that is known without counting. */
    private Optional<Long> counted() throws SQLException {
        if (!words.isEmpty() || (folder.isPresent() && query.format().isPresent())) {
            return Optional.empty();
        }
        return Optional.of(
                query.format().isPresent()
                        ? number(
                                "select books from shelf_format where format = ?",
                                query.format().get())
                        : number("select books from folder where path = ?", folder.orElse("")));
    }

    private String behind() {
        return query.descending() ? "<" : ">";
    }

    private String order(String by, String book) {
        String direction = query.descending() ? " desc" : "";
        return " order by " + by + direction + ", " + book + direction;
    }

    /**
     * @param counts expressions: how many books are meant, or null if they are not counted; how many have the marks
     * @param known how many books are meant, where that is known without counting
     * @return empty if too many have the marks
     */
    private Optional<ShelfPage> read(Sql sql, String counts, Optional<Long> known) throws SQLException {
        sql.add(" select " + BookTable.ROW + ", page.key, " + counts
                + " from (select 1) left join page on true left join book on book.id = page.book"
                + BookTable.ROW_JOINS + order("page.key", "page.book"));
        List<CatalogueBook> books = new ArrayList<>();
        PageToken last = null;
        Optional<String> next = Optional.empty();
        try (PreparedStatement select = sql.prepare(connection);
                ResultSet row = select.executeQuery()) {
            row.next(); // there is one, though perhaps without a book
            long found = row.getLong(BookTable.ROW_COLUMNS + 2);
            Optional<Long> total = row.wasNull() ? known : Optional.of(found);
            if (row.getLong(BookTable.ROW_COLUMNS + 3) > FEW) {
                return Optional.empty();
            }
            for (boolean more = row.getLong(1) > 0; more; more = row.next()) {
                if (books.size() == query.limit()) {
                    next = Optional.of(last.toString());
                    break;
                }
                books.add(BookTable.row(row));
                last = PageToken.of(query.order(), row, BookTable.ROW_COLUMNS + 1, row.getLong(1));
            }
            return Optional.of(new ShelfPage(books, next, total));
        }
    }
}
