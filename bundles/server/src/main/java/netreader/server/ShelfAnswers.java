package netreader.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.NamedBooks;
import netreader.catalogue.ShelfChanges;
import netreader.catalogue.ShelfPage;
import netreader.catalogue.ShelfQuery;
import netreader.protocol.ErrorCode;
import netreader.protocol.MessageCodec;
import netreader.protocol.ProtocolException;
import netreader.protocol.Reply;
import netreader.protocol.Request;

/** Answers what one connection asks of the shelf as a whole. */
final class ShelfAnswers {
    private static final int CHANGES = 500;

    private final Catalogue catalogue;
    private final Outbox outbox;

    ShelfAnswers(Catalogue catalogue, Outbox outbox) {
        this.catalogue = catalogue;
        this.outbox = outbox;
    }

    void sendChanges(long id, long since) throws CatalogueException, IOException {
        ShelfChanges changes = catalogue.changesSince(since, CHANGES);
        outbox.send(
                id,
                new Reply.Shelf(changes.revision(), changes.more()),
                ByteBuffer.wrap(MessageCodec.body(Rows.of(changes))));
    }

    void sendPage(long id, Request.Query query) throws CatalogueException, IOException {
        ShelfPage page = catalogue.query(new ShelfQuery(
                query.words(),
                order(query.sort()),
                query.descending(),
                query.format(),
                query.folder(),
                query.after(),
                query.limit()));
        outbox.send(
                id,
                new Reply.Query(page.next(), page.total()),
                ByteBuffer.wrap(MessageCodec.body(Rows.of(page.books()))));
    }

    private static ShelfQuery.Order order(String sort) throws ProtocolException {
        return Arrays.stream(ShelfQuery.Order.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(sort))
                .findFirst()
                .orElseThrow(() -> new ProtocolException(
                        ErrorCode.BAD_REQUEST, "A shelf is sorted by title, author, name, added or size"));
    }

    void sendFolders(long id, String folder) throws CatalogueException, IOException {
        outbox.send(
                id, new Reply.Folders(), ByteBuffer.wrap(MessageCodec.body(Rows.folders(catalogue.folders(folder)))));
    }

    void sendNamed(long id, String name) throws CatalogueException, IOException {
        NamedBooks named = catalogue.named(name);
        outbox.send(id, new Reply.Named(named.count()), ByteBuffer.wrap(MessageCodec.body(Rows.of(named.books()))));
    }
}
