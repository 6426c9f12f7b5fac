package netreader.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.ClientListener;
import netreader.client.ShelfBook;

/** Finds the book that a person means. */
record Books(Client client, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LIST_PATIENCE = Duration.ofSeconds(5);

    Books(Client client) {
        this(client, PATIENCE);
    }

    List<ShelfBook> all() throws ClientException {
        client.awaitShelf(PATIENCE);
        return client.shelf();
    }

    /**
     * The book with that id, else that file name, else that title; waits for one that is still pending.
     *
     * @throws ClientException NOT_FOUND, AMBIGUOUS, PENDING, UNREACHABLE and others
     */
    ShelfBook find(String name) throws ClientException {
        ShelfBook book = meant(name, all());
        return isPending(book) ? settled(book) : book;
    }

    private static ShelfBook meant(String name, List<ShelfBook> shelf) throws ClientException {
        List<Predicate<ShelfBook>> ways = List.of(
                book -> Long.toString(book.id()).equals(name),
                book -> book.name().equals(name),
                book -> book.name().endsWith("/" + name),
                book -> book.title().equals(name),
                book -> book.title().equalsIgnoreCase(name));
        for (Predicate<ShelfBook> way : ways) {
            List<ShelfBook> found = shelf.stream().filter(way).toList();
            if (found.size() == 1) {
                return found.get(0);
            }
            if (found.size() > 1) {
                throw new ClientException(
                        Failures.AMBIGUOUS,
                        found.size() + " books are called \"" + name + "\"; say which by its id: "
                                + String.join(
                                        ", ",
                                        found.stream()
                                                .map(book -> Long.toString(book.id()))
                                                .toList()));
            }
        }
        throw new ClientException(Failures.NOT_FOUND, "There is no book \"" + name + "\" on the shelf");
    }

    /** All books; where the server is still reading some, it gets a few seconds to finish. */
    List<ShelfBook> allSettled() throws ClientException {
        all();
        awaitShelf(LIST_PATIENCE, () -> client.shelf().stream().noneMatch(Books::isPending));
        return client.shelf();
    }

    private ShelfBook settled(ShelfBook pending) throws ClientException {
        awaitShelf(patience, () -> !isPending(latest(pending)));
        ShelfBook book = latest(pending);
        if (isPending(book)) {
            throw new ClientException(
                    Failures.PENDING, "The server is still looking at \"" + pending.title() + "\"; try again later");
        }
        return book;
    }

    private ShelfBook latest(ShelfBook asked) {
        return client.shelf().stream()
                .filter(book -> book.id() == asked.id())
                .findFirst()
                .orElse(asked);
    }

    private static boolean isPending(ShelfBook book) {
        return book.status() == ShelfBook.Status.PENDING;
    }

    /** Waits until the shelf is as wanted, or the time is over. */
    private void awaitShelf(Duration limit, BooleanSupplier wanted) throws ClientException {
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
            while (more && !wanted.getAsBoolean()) {
                more = changes.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("CANCELLED", "The command was interrupted", e);
        } finally {
            close(listening);
        }
    }

    private static void close(AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("A listener could not be taken away", e);
        }
    }
}
