package netreader.catalogue.internal;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.ShelfPage;
import netreader.catalogue.ShelfQuery;
import netreader.shell.CommandException;

/**
 * The books of a query, of which a page at a time is in memory. A failure on the way is a {@link CommandException}.
 *
 * @param query its {@link ShelfQuery#after} is replaced, its limit is that of a page
 * @param most how many books at most
 */
record ShelfRows(Catalogue catalogue, ShelfQuery query, Predicate<CatalogueBook> wanted, long most)
        implements Iterable<CatalogueBook> {
    @Override
    public Iterator<CatalogueBook> iterator() {
        return new Rows();
    }

    private ShelfPage page(Optional<String> after) {
        try {
            return catalogue.query(new ShelfQuery(
                    query.words(),
                    query.order(),
                    query.descending(),
                    query.format(),
                    query.folder(),
                    after,
                    query.limit()));
        } catch (CatalogueException e) {
            throw CatalogueAction.failure(e);
        }
    }

    private final class Rows implements Iterator<CatalogueBook> {
        private ShelfPage page = page(Optional.empty());
        private Iterator<CatalogueBook> books = page.books().iterator();
        private long given;
        private Optional<CatalogueBook> next = ahead();

        private Optional<CatalogueBook> ahead() {
            while (given < most) {
                while (books.hasNext()) {
                    CatalogueBook book = books.next();
                    if (wanted.test(book)) {
                        given++;
                        return Optional.of(book);
                    }
                }
                if (page.next().isEmpty()) {
                    return Optional.empty();
                }
                page = page(page.next());
                books = page.books().iterator();
            }
            return Optional.empty();
        }

        @Override
        public boolean hasNext() {
            return next.isPresent();
        }

        @Override
        public CatalogueBook next() {
            CatalogueBook book = next.orElseThrow(NoSuchElementException::new);
            next = ahead();
            return book;
        }
    }
}
