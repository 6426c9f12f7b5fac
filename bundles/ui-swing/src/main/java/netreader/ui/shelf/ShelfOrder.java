package netreader.ui.shelf;

import java.util.Arrays;
import java.util.Locale;
import netreader.client.ShelfQuery;

/** What the books of the shelf are sorted by. */
enum ShelfOrder {
    TITLE(ShelfQuery.Order.TITLE, false),
    /** By the authors; books without any come last. */
    AUTHOR(ShelfQuery.Order.AUTHOR, false),
    /** The newest first. */
    ADDED(ShelfQuery.Order.ADDED, true),
    /** What was read last first; books that were never read come last, by title. Only the reader knows. */
    READ(ShelfQuery.Order.TITLE, false);

    private final ShelfQuery.Order onServer;
    private final boolean descending;

    ShelfOrder(ShelfQuery.Order onServer, boolean descending) {
        this.onServer = onServer;
        this.descending = descending;
    }

    /** As the server calls it, or comes nearest to it. */
    ShelfQuery.Order onServer() {
        return onServer;
    }

    boolean descending() {
        return descending;
    }

    /** The name in the configuration and in the messages. */
    String configName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param name as in the configuration; anything unknown is by title */
    static ShelfOrder of(String name) {
        return Arrays.stream(values())
                .filter(order -> order.configName().equals(name))
                .findFirst()
                .orElse(TITLE);
    }
}
