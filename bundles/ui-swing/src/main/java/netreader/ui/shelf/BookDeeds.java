package netreader.ui.shelf;

import java.awt.Frame;
import java.util.function.Consumer;
import netreader.client.BookDetails;
import netreader.client.ClientException;
import netreader.client.ShelfBook;
import netreader.format.BookMetadata;
import netreader.format.Delivery;
import netreader.ui.look.FactsPanel;
import netreader.ui.look.PlainDialog;
import netreader.ui.text.Messages;
import netreader.ui.work.Running;
import netreader.ui.work.UiContext;

/** What can be done with a book besides reading it. Event thread. */
public final class BookDeeds {
    private final UiContext context;
    private final Consumer<String> status;
    private final Runnable copiesChanged;

    /** @param status is told in a sentence how it went */
    public BookDeeds(UiContext context, Consumer<String> status, Runnable copiesChanged) {
        this.context = context;
        this.status = status;
        this.copiesChanged = copiesChanged;
    }

    /** Whether the book's file may be had: a book that stays on the server is read page by page. */
    public boolean canFetch(ShelfBook book) {
        return book.delivery() == Delivery.FILE;
    }

    public void fetch(ShelfBook book) {
        Running running = new Running();
        var progress = context.transfers()
                .progress(
                        book.title(),
                        running,
                        () -> status.accept(context.text().get("status.cancelled", book.title())));
        context.background()
                .start(
                        running,
                        work -> context.client().fetch(book, progress, work),
                        file -> {
                            context.transfers().ended(running);
                            status.accept(context.text().get("status.fetched", book.title()));
                            copiesChanged.run();
                        },
                        failure -> {
                            context.transfers().ended(running);
                            status.accept(context.text().error(failure));
                        });
    }

    public void deleteCopy(ShelfBook book) {
        context.background()
                .start(
                        work -> context.client().deleteCopy(book),
                        deleted -> {
                            String key = deleted ? "status.deleted" : "status.noCopy";
                            status.accept(context.text().get(key, book.title()));
                            copiesChanged.run();
                        },
                        failure -> status.accept(context.text().error(failure)));
    }

    /** Shows what is known of the book as soon as the server has said its part; without it, what the shelf knows. */
    public void showInformation(Frame owner, ShelfBook book) {
        context.background()
                .start(
                        work -> context.client().details(book),
                        details -> show(owner, facts(book, details)),
                        failure -> showWithout(owner, book, failure));
    }

    private void show(Frame owner, FactsPanel facts) {
        facts.end();
        PlainDialog.show(owner, context.text().get("command.INFORMATION"), facts);
    }

    private void showWithout(Frame owner, ShelfBook book, ClientException failure) {
        FactsPanel facts = facts(book);
        facts.add(context.text().get("info.details"), context.text().error(failure));
        show(owner, facts);
    }

    private FactsPanel facts(ShelfBook book, BookDetails details) {
        FactsPanel facts = facts(book);
        for (BookMetadata.Detail detail : details.details()) {
            facts.add(detail.name(), detail.value());
        }
        return facts;
    }

    private FactsPanel facts(ShelfBook book) {
        Messages text = context.text();
        FactsPanel facts = new FactsPanel(42);
        facts.add(text.get("info.title"), book.title());
        if (!book.authors().isEmpty()) {
            facts.add(text.get("info.authors"), String.join(", ", book.authors()));
        }
        facts.add(text.get("info.file"), book.name());
        facts.add(text.get("info.format"), book.format());
        facts.add(text.get("info.size"), text.get("info.bytes", text.bytes(book.bytes()), book.bytes()));
        if (book.pages() > 0) {
            facts.add(text.get("info.pages"), text.get("shelf.pages", book.pages()));
        }
        context.client()
                .place(book)
                .ifPresent(place -> facts.add(text.get("info.read"), text.get("info.fraction", place.fraction())));
        switch (book.status()) {
            case PENDING -> facts.add(text.get("info.status"), text.get("shelf.pending"));
            case QUARANTINED ->
                facts.add(
                        text.get("info.status"),
                        text.get("shelf.quarantined", book.reason().orElse("")));
            case READY -> {}
        }
        book.sha256().ifPresent(digest -> facts.add("SHA-256", digest));
        return facts;
    }
}
