package netreader.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.ClientListener;
import netreader.client.NamedBooks;
import netreader.client.ShelfBook;
import netreader.client.ShelfPage;
import netreader.client.ShelfQuery;

/** Finds the book that a person means. */
record Books(Client client, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LIST_PATIENCE = Duration.ofSeconds(5);
    /** More ids help nobody to choose. */
    private static final int MAX_IDS = 20;

    Books(Client client) {
        this(client, PATIENCE);
    }

    /**
     * The book with that id, else that file name, else that title; waits for one that is still pending.
     *
     * @throws ClientException NOT_FOUND, AMBIGUOUS, PENDING, UNREACHABLE and others
     */
    ShelfBook find(String name) throws ClientException {
        client.awaitShelf(PATIENCE);
        ShelfBook book = meant(name);
        return isPending(book) ? settled(book) : book;
    }

    private ShelfBook meant(String name) throws ClientException {
        NamedBooks named = client.named(name);
        if (named.count() == 0) {
            throw new ClientException(Failures.NOT_FOUND, "There is no book \"" + name + "\" on the shelf");
        }
        if (named.count() > 1) {
            String ids = named.books().stream()
                    .limit(MAX_IDS)
                    .map(book -> Long.toString(book.id()))
                    .collect(Collectors.joining(", "));
            throw new ClientException(
                    Failures.AMBIGUOUS,
                    named.count() + " books are called \"" + name + "\"; say which by its id: " + ids
                            + (named.count() > MAX_IDS ? " …" : ""));
        }
        return named.books().get(0);
    }

    /** The books of a query, page by page; where the server is still reading some, it gets a few seconds to finish. */
    List<ShelfBook> settled(ShelfQuery query, long limit) throws ClientException {
        client.awaitShelf(PATIENCE);
        List<ShelfBook> books = new ArrayList<>();
        awaitShelf(LIST_PATIENCE, () -> {
            books.clear();
            books.addAll(fetched(query, limit));
            return books.stream().noneMatch(Books::isPending);
        });
        return books;
    }

    private List<ShelfBook> fetched(ShelfQuery query, long limit) throws ClientException {
        List<ShelfBook> books = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            ShelfPage page = client.query(query.from(next));
            books.addAll(page.books());
            next = page.next();
        } while (next.isPresent() && books.size() < limit);
        return books.size() <= limit ? books : books.subList(0, (int) limit);
    }

    private ShelfBook settled(ShelfBook pending) throws ClientException {
        AtomicReference<ShelfBook> latest = new AtomicReference<>(pending);
        awaitShelf(patience, () -> {
            latest.set(client.named(Long.toString(pending.id())).books().stream()
                    .filter(book -> book.id() == pending.id())
                    .findFirst()
                    .orElse(pending));
            return !isPending(latest.get());
        });
        if (isPending(latest.get())) {
            throw new ClientException(
                    Failures.PENDING, "The server is still looking at \"" + pending.title() + "\"; try again later");
        }
        return latest.get();
    }

    private static boolean isPending(ShelfBook book) {
        return book.status() == ShelfBook.Status.PENDING;
    }

    /** Waits until the shelf is as wanted, or the time is over. */
    private void awaitShelf(Duration limit, Condition wanted) throws ClientException {
        Semaphore changes = new Semaphore(0);
        AutoCloseable listening = client.listen(new ClientListener() {
            @Override
            public void shelfChanged() {
                changes.release();
            }
        });
        try {
            long end = System.nanoTime() + limit.toNanos();
            boolean more = true;
            while (more && !wanted.holds()) {
                more = changes.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                changes.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("CANCELLED", "The command was interrupted", e);
        } finally {
            close(listening);
        }
    }

    /** Something that the server is asked for. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws ClientException;
    }

    private static void close(AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("A listener could not be taken away", e);
        }
    }
}
