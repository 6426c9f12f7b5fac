package netreader.ui.shelf;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import netreader.client.BookDetails;
import netreader.client.ClientException;
import netreader.client.LocalCopy;
import netreader.client.Progress;
import netreader.client.ShelfBook;
import netreader.format.BookMetadata;
import netreader.format.Delivery;
import netreader.ui.book.OwnSettings;
import netreader.ui.look.FactsPanel;
import netreader.ui.look.PlainDialog;
import netreader.ui.text.LeftElsewhere;
import netreader.ui.text.Messages;
import netreader.ui.work.Running;
import netreader.ui.work.UiContext;

/** What can be done with a book besides reading it. Event thread. */
public final class BookDeeds {
    private static final int COLUMNS = 42;

    private final UiContext context;
    private final Consumer<String> status;
    private final Runnable copiesChanged;
    private final Consumer<ShelfBook> settingsChanged;

    /**
     * @param status is told in a sentence how it went
     * @param settingsChanged is told of a book that is read another way now
     */
    public BookDeeds(
            UiContext context, Consumer<String> status, Runnable copiesChanged, Consumer<ShelfBook> settingsChanged) {
        this.settingsChanged = settingsChanged;
        this.context = context;
        this.status = status;
        this.copiesChanged = copiesChanged;
    }

    /** Whether the book's file may be had: a book that stays on the server is read page by page. */
    public boolean canFetch(ShelfBook book) {
        return book.delivery() == Delivery.FILE && !book.local();
    }

    public void fetch(ShelfBook book) {
        Running running = new Running();
        var progress = context.transfers()
                .progress(book.title(), running, () -> cancelled(book), Optional.of(() -> fetch(book)));
        context.background()
                .start(
                        running,
                        work -> {
                            context.client().keep(book, true);
                            return context.client().fetch(book, progress, work);
                        },
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

    /** Whether the book's file is here as a whole, and the system can show it in its folder. */
    public boolean canReveal(ShelfBook book) {
        return FileReveal.possible() && context.client().onThisComputer(book);
    }

    public void reveal(ShelfBook book) {
        context.background()
                .start(
                        work -> {
                            FileReveal.show(context.client().fetch(book, Progress.IGNORED, work));
                            return book;
                        },
                        done -> {},
                        failure -> status.accept(context.text().error(failure)));
    }

    public void copyTitle(ShelfBook book) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(book.title()), null);
        status.accept(context.text().get("status.titleCopied", book.title()));
    }

    /** What has come stays as long as there is room, and the rest is not fetched behind the reader's back. */
    private void cancelled(ShelfBook book) {
        status.accept(context.text().get("status.cancelled", book.title()));
        context.background()
                .start(
                        work -> {
                            context.client().keep(book, false);
                            return book;
                        },
                        done -> copiesChanged.run(),
                        failure -> status.accept(context.text().error(failure)));
    }

    public void deleteCopy(ShelfBook book) {
        context.background()
                .start(
                        work -> {
                            boolean deleted = context.client().deleteCopy(book);
                            // Of a book that is open it goes later.
                            boolean open = context.client().copy(book).isPresent();
                            return deleted ? open ? "status.deletedLater" : "status.deleted" : "status.noCopy";
                        },
                        outcome -> {
                            status.accept(context.text().get(outcome, book.title()));
                            copiesChanged.run();
                        },
                        failure -> status.accept(context.text().error(failure)));
    }

    /** Shows what is known of the book as soon as the server has said its part; without it, what the shelf knows. */
    public void showInformation(Frame owner, ShelfBook asked) {
        ShelfBook book = context.client().book(asked.id()).orElse(asked);
        if (book.gone()) {
            FactsPanel facts = facts(book);
            facts.end();
            PlainDialog.show(owner, context.text().get("command.INFORMATION"), facts);
            return;
        }
        context.background()
                .start(
                        work -> context.client().details(book),
                        details ->
                                show(owner, "command.INFORMATION", book, details, known -> facts(facts(book), known)),
                        failure -> showWithout(owner, book, failure));
    }

    private void show(
            Frame owner,
            String titleKey,
            ShelfBook book,
            BookDetails details,
            Function<BookDetails, FactsPanel> facts) {
        JPanel content = new JPanel(new BorderLayout());
        fill(content, book, details, facts);
        PlainDialog.show(owner, context.text().get(titleKey), content);
    }

    private void fill(JPanel content, ShelfBook book, BookDetails details, Function<BookDetails, FactsPanel> facts) {
        OwnSettings own = new OwnSettings(context, book);
        SettingsPanel settings = new SettingsPanel(
                context.text(),
                own.apply() ? own.settings() : details.settings(),
                chosen -> choose(book, details, chosen, now -> fill(content, book, now, facts)));
        Component focusOwner =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        boolean focused = focusOwner != null && SwingUtilities.isDescendingFrom(focusOwner, content);
        FactsPanel panel = facts.apply(details);
        panel.end();
        content.removeAll();
        content.add(settings, BorderLayout.NORTH);
        content.add(panel, BorderLayout.CENTER);
        content.revalidate();
        content.repaint();
        if (focused) {
            settings.transferFocus(); // the box in which something was chosen has gone
        }
    }

    /** @param then is given what is known of the book afterwards, however it went */
    private void choose(ShelfBook book, BookDetails before, Map<String, String> chosen, Consumer<BookDetails> then) {
        OwnSettings own = new OwnSettings(context, book);
        if (own.apply()) {
            own.choose(chosen);
            settingsChanged.accept(book);
            then.accept(before);
            return;
        }
        context.background()
                .start(
                        work -> {
                            Optional<ClientException> refused = Optional.empty();
                            try {
                                context.client().set(book, chosen);
                            } catch (ClientException e) {
                                refused = Optional.of(e);
                            }
                            return new Chosen(refused, context.client().details(book));
                        },
                        done -> {
                            done.refused()
                                    .ifPresentOrElse(
                                            e -> status.accept(context.text().error(e)),
                                            () -> settingsChanged.accept(book));
                            then.accept(done.details());
                        },
                        failure -> status.accept(context.text().error(failure)));
    }

    private record Chosen(Optional<ClientException> refused, BookDetails details) {}

    private void showWithout(Frame owner, ShelfBook book, ClientException failure) {
        FactsPanel facts = facts(book);
        facts.add(context.text().get("info.details"), context.text().error(failure));
        facts.end();
        PlainDialog.show(owner, context.text().get("command.INFORMATION"), facts);
    }

    private FactsPanel facts(FactsPanel facts, BookDetails details) {
        Messages text = context.text();
        for (BookMetadata.Detail detail : details.details()) {
            facts.add(text.find("detail." + detail.name()).orElse(detail.name()), detail.value());
        }
        return facts;
    }

    private static String copied(Messages text, LocalCopy copy) {
        String part = text.get("info.copied", text.bytes(copy.here()), text.bytes(copy.bytes()));
        String here = copy.whole() ? text.get("info.whole") : part;
        return copy.kept() ? text.get("info.kept", here) : here;
    }

    private FactsPanel facts(ShelfBook book) {
        Messages text = context.text();
        FactsPanel facts = new FactsPanel(COLUMNS);
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
        LeftElsewhere elsewhere = new LeftElsewhere(text, ZonedDateTime.now(ZoneId.systemDefault()));
        context.client()
                .otherPlaces(book)
                .forEach(other -> facts.add(text.get("info.elsewhere"), elsewhere.fact(book, other)));
        context.client().copy(book).ifPresent(copy -> facts.add(text.get("info.copy"), copied(text, copy)));
        if (book.gone()) {
            facts.add(text.get("info.status"), text.get("shelf.gone"));
        }
        switch (book.status()) {
            case PENDING -> facts.add(text.get("info.status"), text.get("shelf.pending"));
            case QUARANTINED ->
                facts.add(
                        text.get("info.status"),
                        text.because("shelf.quarantined", book.reason().orElse("")));
            case READY -> {}
        }
        book.sha256().ifPresent(digest -> facts.add("SHA-256", digest));
        return facts;
    }
}
