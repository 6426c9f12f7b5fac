package netreader.catalogue.internal.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.ShelfFolder;
import netreader.catalogue.ShelfPage;
import netreader.catalogue.ShelfQuery;
import netreader.catalogue.ShelfQuery.Order;
import netreader.catalogue.internal.scan.Found;
import netreader.catalogue.internal.scan.ScanTable;
import netreader.catalogue.internal.store.Counters;
import netreader.catalogue.internal.store.DatabaseFile;
import netreader.catalogue.internal.store.Schema;
import netreader.format.Delivery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ShelfQueriesTest {
    private static final List<String> NAMES = List.of(
            "红楼梦 第10卷 - 曹雪芹.txt",
            "红楼梦 第2卷 - 曹雪芹.txt",
            "诗/唐诗三百首.pdf",
            "诗/宋/Ｃａｆé Été.txt",
            "诗/宋/紅樓夢.txt",
            "war/Война и мир.txt",
            "war/The Art of War - Sun Tzu.pdf",
            "war/c++ & \"quotes\" 100%_x*.txt",
            "小.txt",
            "📚 emoji.txt");

    @TempDir
    private Path folder;

    private Connection connection;

    @BeforeEach
    void fill() throws Exception {
        connection = new DatabaseFile(folder.resolve("a.db"), "A", Schema.VERSIONS).openForWriting();
        put(NAMES);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    private void put(List<String> names) throws Exception {
        for (String name : names) {
            String format = name.endsWith("pdf") ? "PDF" : "TXT";
            Found found = new Found(name, name.length(), 1000, 0, format, Delivery.PAGES);
            ScanTable.putFound(connection, List.of(found), 1000);
        }
        ShelfTable.catchUp(connection);
        connection.commit();
    }

    private void setGone(long id, boolean gone) throws Exception {
        List<ScanTable.Row> rows = ScanTable.all(connection).values().stream()
                .filter(row -> row.id() == id)
                .toList();
        ScanTable.setGone(connection, rows, gone);
    }

    @Test
    void whatAnOlderVersionHasWrittenIsTakenInSomeBooksAtATime() throws Exception {
        Counters.set(connection, "indexed", 0);
        int parts = 0;
        while (ShelfTable.isBehind(connection)) {
            ShelfTable.catchUp(connection, 3);
            parts++;
        }
        assertTrue(parts >= NAMES.size() / 4, parts + " parts");
        ShelfPage all = ShelfQueries.query(
                connection,
                new ShelfQuery(
                        "", ShelfQuery.Order.NAME, false, Optional.empty(), Optional.empty(), Optional.empty(), 100));
        assertEquals(NAMES.size(), all.books().size());
        assertEquals(Optional.of((long) NAMES.size()), all.total());
    }

    @Test
    void allOfManyBooksWithACharacterAreFoundPageByPageInTheirOrder() throws Exception {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            names.add("many/天 " + i % 500 + " of " + i + ".txt"); // two of each key follow each other by their ids
        }
        put(names);
        List<String> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            ShelfPage page = ShelfQueries.query(
                    connection, new ShelfQuery("天", Order.TITLE, true, Optional.empty(), Optional.empty(), after, 70));
            assertEquals(Optional.of(1000L), page.total());
            page.books().forEach(book -> found.add(book.name()));
            after = page.next();
        } while (after.isPresent());
        assertEquals(1000, new HashSet<>(found).size());
        assertEquals(1000, found.size());
        assertEquals("many/天 499 of 999.txt", found.get(0));
        assertEquals("many/天 0 of 0.txt", found.get(999));
    }

    @Test
    void aPartOfAWordIsFoundInTitleAuthorsAndName() throws Exception {
        assertEquals(List.of("红楼梦 第2卷 - 曹雪芹.txt", "红楼梦 第10卷 - 曹雪芹.txt"), names("雪芹"));
        assertEquals(List.of("war/The Art of War - Sun Tzu.pdf"), names("TZU"));
        assertEquals(List.of("诗/唐诗三百首.pdf"), names("诗三"));
        assertEquals(List.of("诗/宋/Ｃａｆé Été.txt", "诗/宋/紅樓夢.txt"), names("宋"));
        assertEquals(List.of("war/Война и мир.txt"), names("ойн"));
    }

    @Test
    void aSingleCharacterIsFound() throws Exception {
        assertEquals(List.of("小.txt"), names("小"));
        assertEquals(List.of("📚 emoji.txt"), names("📚"));
        assertEquals(List.of("war/The Art of War - Sun Tzu.pdf"), names("Z"));
        assertEquals(List.of("war/c++ & \"quotes\" 100%_x*.txt"), names("%"));
        assertEquals(List.of(), names("大"));
    }

    @Test
    void caseAccentsAndWidthsAreOne() throws Exception {
        for (String words : List.of("cafe ete", "ＣＡＦÉ", "café", "été", "E\u0301te\u0301")) {
            assertEquals(List.of("诗/宋/Ｃａｆé Été.txt"), names(words), words);
        }
    }

    @Test
    void simplifiedAndTraditionalAreFoundAsTyped() throws Exception {
        assertEquals(List.of("诗/宋/紅樓夢.txt"), names("樓夢"));
        assertEquals(2, names("楼梦").size());
    }

    @Test
    void allWordsMustOccur() throws Exception {
        assertEquals(List.of("红楼梦 第2卷 - 曹雪芹.txt"), names("芹 2卷 红"));
        assertEquals(List.of(), names("红楼 Tzu"));
        assertEquals(List.of(), names("楼红")); // the characters are there, but not so
        assertEquals(List.of(), names("ofwar"));
    }

    @Test
    void whateverIsTypedIsLookedForAndNothingElse() throws Exception {
        assertEquals(1, names("\"quotes\"").size());
        assertEquals(1, names("c++").size());
        assertEquals(1, names("x*").size());
        for (String words : List.of(
                "NEAR(a b)",
                "a AND b OR",
                "text:a",
                "^a",
                "\"",
                "a\" OR \"b",
                "-a",
                "(",
                "'",
                "%%",
                "_",
                "\0",
                "\uD83D",
                "\uDCDA\uD83D",
                "\uE001txt",
                "\uE001t",
                "\uE0021",
                "\uE004",
                "a\0b",
                "红".repeat(1000),
                "a ".repeat(500),
                "? ".repeat(500),
                "\\",
                "*",
                "\u0301",
                "\u200B",
                "; drop table book")) {
            assertTrue(names(words).size() <= NAMES.size(), words);
        }
        assertEquals(List.of(), names("\uE001txt"));
        assertEquals(List.of(), names("\uE0021"));
        assertEquals(NAMES.size(), names(" \u3000\0").size());
    }

    @Test
    void numbersCountByTheirValue() throws Exception {
        assertEquals(List.of("红楼梦 第2卷 - 曹雪芹.txt", "红楼梦 第10卷 - 曹雪芹.txt"), names("红楼"));
    }

    @Test
    void chineseTitlesAreInTheOrderOfPinyinBehindLatinOnes() throws Exception {
        List<String> titles = page(query("", Order.TITLE, false, Optional.empty(), 20)).books().stream()
                .map(CatalogueBook::title)
                .toList();
        assertEquals(
                List.of("红楼梦 第2卷", "红楼梦 第10卷", "唐诗三百首", "小", "紅樓夢"), titles.subList(titles.size() - 5, titles.size()));
        assertTrue(titles.indexOf("The Art of War") < titles.indexOf("Война и мир"));
    }

    @Test
    void eachOrderHasEveryBookOnceWhateverThePagesAreAndBothWays() throws Exception {
        for (Order order : Order.values()) {
            List<Long> forwards = ids(order, false, 3);
            List<Long> backwards = ids(order, true, 4);
            assertEquals(NAMES.size(), new HashSet<>(forwards).size(), order.name());
            List<Long> reversed = new ArrayList<>(backwards);
            java.util.Collections.reverse(reversed);
            assertEquals(forwards, reversed, order.name());
        }
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEndedWhateverHasHappened() throws Exception {
        ShelfPage first = page(query("", Order.NAME, false, Optional.empty(), 3));
        setGone(first.books().get(2).id(), true);
        put(List.of("00 new.txt"));
        ShelfPage second = page(query("", Order.NAME, false, first.next(), 20));
        Set<String> seen = new HashSet<>();
        first.books().forEach(book -> seen.add(book.name()));
        second.books().forEach(book -> assertTrue(seen.add(book.name()), book.name()));
        assertEquals(NAMES.size(), seen.size());
    }

    @Test
    void aPlaceToGoOnFromThatIsNoneIsRefused() {
        for (String after : List.of("", "x", "size.", "size.AAAA", "size.%%%", "title.AAAAAAAAAAA", "_".repeat(3000))) {
            CatalogueException e = assertThrows(
                    CatalogueException.class, () -> page(query("", Order.SIZE, false, Optional.of(after), 3)), after);
            assertEquals(Problem.BAD_QUERY, e.problem());
        }
    }

    @Test
    void formatAndFolderNarrowTheShelf() throws Exception {
        assertEquals(2, names("", Optional.of("PDF"), Optional.empty()).size());
        assertEquals(3, names("", Optional.empty(), Optional.of("诗")).size());
        assertEquals(2, names("", Optional.empty(), Optional.of("诗/宋")).size());
        assertEquals(List.of("诗/唐诗三百首.pdf"), names("", Optional.of("PDF"), Optional.of("诗")));
        assertEquals(List.of("诗/宋/紅樓夢.txt"), names("夢", Optional.of("TXT"), Optional.of("诗")));
        assertEquals(List.of(), names("", Optional.of("EPUB"), Optional.empty()));
        assertEquals(List.of(), names("", Optional.empty(), Optional.of("诗/宋/")));
        assertEquals(List.of(), names("", Optional.empty(), Optional.of("%")));
    }

    @Test
    void foldersCountTheBooksInThemAndBelow() throws Exception {
        assertEquals(List.of(new ShelfFolder("war", 3), new ShelfFolder("诗", 3)), ShelfQueries.folders(connection, ""));
        assertEquals(List.of(new ShelfFolder("诗/宋", 2)), ShelfQueries.folders(connection, "诗"));
        assertEquals(List.of(), ShelfQueries.folders(connection, "nowhere"));
    }

    @Test
    void whatHasGoneIsNeitherFoundNorCounted() throws Exception {
        long id = page(query("唐诗", Order.TITLE, false, Optional.empty(), 9))
                .books()
                .get(0)
                .id();
        setGone(id, true);
        ShelfTable.catchUp(connection);
        assertEquals(List.of(), names("唐诗"));
        assertEquals(List.of(new ShelfFolder("诗/宋", 2)), ShelfQueries.folders(connection, "诗"));
        assertEquals(
                Optional.of(NAMES.size() - 1L),
                page(query("", Order.TITLE, false, Optional.empty(), 2)).total());
        setGone(id, false);
        ShelfTable.catchUp(connection);
        assertEquals(List.of("诗/唐诗三百首.pdf"), names("唐诗"));
    }

    @Test
    void theTotalIsToldWhereItIsKnown() throws Exception {
        assertEquals(
                Optional.of(2L),
                page(query("红楼", Order.TITLE, false, Optional.empty(), 1)).total());
        assertEquals(
                Optional.of(0L),
                page(query("nothing", Order.TITLE, false, Optional.empty(), 1)).total());
        assertEquals(
                Optional.of((long) NAMES.size()),
                page(query("", Order.ADDED, true, Optional.empty(), 1)).total());
    }

    @Test
    void rowsOfACatalogueThatHadNoShelfAreTakenIn() throws Exception {
        try (var statement = connection.createStatement()) {
            for (String sql : List.of(
                    "delete from shelf",
                    "delete from shelf_mark",
                    "update folder set books = 0",
                    "delete from shelf_format",
                    "update counter set value = 0 where name = 'indexed'")) {
                statement.execute(sql);
            }
        }
        assertTrue(ShelfTable.isBehind(connection));
        ShelfTable.catchUp(connection);
        assertEquals(2, names("红楼").size());
        assertEquals(2, ShelfQueries.folders(connection, "").size());
    }

    private ShelfPage page(ShelfQuery query) throws Exception {
        return ShelfQueries.query(connection, query);
    }

    private static ShelfQuery query(String words, Order order, boolean descending, Optional<String> after, int limit) {
        return new ShelfQuery(words, order, descending, Optional.empty(), Optional.empty(), after, limit);
    }

    private List<String> names(String words) throws Exception {
        return names(words, Optional.empty(), Optional.empty());
    }

    private List<String> names(String words, Optional<String> format, Optional<String> inFolder) throws Exception {
        ShelfQuery query = new ShelfQuery(words, Order.TITLE, false, format, inFolder, Optional.empty(), 50);
        return page(query).books().stream().map(CatalogueBook::name).toList();
    }

    private List<Long> ids(Order order, boolean descending, int limit) throws Exception {
        List<Long> ids = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            ShelfPage page = page(query("", order, descending, next, limit));
            page.books().forEach(book -> ids.add(book.id()));
            next = page.next();
        } while (next.isPresent());
        return ids;
    }
}
