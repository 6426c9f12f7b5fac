package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import netreader.client.ClientException;
import netreader.client.Connectivity;
import netreader.client.FlowingReading;
import netreader.client.OpenRequest;
import netreader.client.PaintedReading;
import netreader.client.Place;
import netreader.client.Reading;
import netreader.client.ShelfBook;
import netreader.format.Delivery;
import netreader.ui.command.Command;
import netreader.ui.command.CommandTarget;
import netreader.ui.command.Commands;
import netreader.ui.command.Scope;
import netreader.ui.flowing.FlowingView;
import netreader.ui.painted.PaintedView;
import netreader.ui.work.Running;
import netreader.ui.work.UiContext;

/** One open book: on its way, asking for a password, being read, or saying why not. Event thread. */
public final class BookTab extends JPanel implements CommandTarget {
    private static final long serialVersionUID = 1;
    private static final int AGAIN_MILLIS = 2000;
    private static final String WAIT = "wait";
    private static final String PASSWORD = "password";
    private static final String READ = "read";

    private final transient UiContext context;
    private final transient Commands commands;
    private final transient ShelfBook book;
    private final transient Runnable opened;
    private final transient Runnable changed;
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private final Banner banner;
    private final transient PlaceOffer offer;
    private final transient MissingFormat missing;
    private final WaitPanel wait;
    private final PasswordPanel password;
    private final Timer again = new Timer(AGAIN_MILLIS, e -> tryAgain());
    private transient Optional<Running> opening = Optional.empty();
    private transient Optional<OpenBookPanel> open = Optional.empty();
    private transient Optional<ClientException> problem = Optional.empty();
    /** The book is being opened again because it has changed on the server. */
    private boolean renewed;

    /**
     * @param opened hears that the book was opened, for which it may have been fetched
     * @param changed hears that the book was opened or turned, or cannot be read
     */
    public BookTab(UiContext context, Commands commands, ShelfBook book, Runnable opened, Runnable changed) {
        super(new BorderLayout());
        this.context = context;
        this.commands = commands;
        this.book = book;
        this.opened = opened;
        this.changed = changed;
        banner = new Banner(context.text().get("banner.retry"), this::retry);
        Banner elsewhere = new Banner(context.text().get("banner.retry"), this::retry);
        offer = new PlaceOffer(context, book, elsewhere, () -> open.ifPresent(OpenBookPanel::focusBook));
        missing = new MissingFormat(context, book);
        wait = new WaitPanel(context.text(), commands.action(Command.DOWNLOAD), this::retry);
        password = new PasswordPanel(context.text(), typed -> {
            wait.waiting(book.title());
            open(Optional.of(typed));
        });
        content.add(wait, WAIT);
        content.add(password, PASSWORD);
        JPanel banners = new JPanel(new BorderLayout());
        banners.add(banner, BorderLayout.NORTH);
        banners.add(elsewhere, BorderLayout.SOUTH);
        add(banners, BorderLayout.NORTH);
        add(content, BorderLayout.CENTER);
        again.setRepeats(false);
        endOfferOnEscape();
        commands.bindShortcuts(this, Scope.BOOK);
        setMinimumSize(new Dimension(px(200), px(200)));
    }

    public ShelfBook book() {
        return book;
    }

    private void endOfferOnEscape() {
        String name = "endOffer";
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), name);
        getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public boolean isEnabled() { // otherwise the key means what it means to the window
                return offer.isShown();
            }

            @Override
            public void actionPerformed(ActionEvent e) {
                offer.end();
            }
        });
    }

    /** The tab is on the screen: opens the book if that was not done yet, and tries again what failed and may pass. */
    public void shown() {
        if (open.isEmpty() && opening.isEmpty() && problem.isEmpty()) {
            wait.waiting(book.title());
            open(Optional.empty());
        } else if (problem.filter(failure ->
                        Passing.withTime(failure) || Passing.withTheConnection(failure) || failure.is("NOT_FOUND"))
                .isPresent()) {
            tryAgain();
        }
        // The pane gives the focus to the first part of a tab that can have it, the page box, and does so later.
        EventQueue.invokeLater(() -> open.ifPresentOrElse(OpenBookPanel::focusBook, this::focusNoBook));
    }

    /** Somebody must have the focus, also while there is no book, or no key would do anything. */
    private void focusNoBook() {
        if (password.isVisible()) {
            password.focusField();
        } else {
            wait.focus();
        }
    }

    /** What had the focus is gone, or was a part of this: nobody is disturbed who is in a menu or types elsewhere. */
    private boolean mayHaveFocus() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return owner == null || SwingUtilities.isDescendingFrom(owner, this) || !owner.isShowing();
    }

    /** The connection has been made again, or was lost. */
    public void connectivityChanged(boolean connected) {
        wait.serverIsAway(!connected);
        if (connected && problem.filter(Passing::withTheConnection).isPresent()) {
            tryAgain();
        }
    }

    /** The shelf is another one: the book may be there again. */
    public void shelfChanged() {
        if (open.map(OpenBookPanel::outdated).orElse(false)) {
            openAnew();
        } else if (problem.filter(Passing::withAnotherFile).isPresent()) {
            tryAgain();
        }
    }

    /** A format has come or gone. */
    public void formatsChanged() {
        boolean said = problem.filter(failure -> failure.is(ClientException.FORMAT_UNAVAILABLE))
                .isPresent();
        if (formatMissing() && open.isPresent() && problem.isEmpty()) {
            say(Optional.of(new ClientException(ClientException.FORMAT_UNAVAILABLE, "The format was removed")));
        } else if (said && !formatMissing()) {
            tryAgain();
        }
    }

    /** Pages that come from the server need no format here. */
    private boolean formatMissing() {
        return book.delivery() == Delivery.FILE
                && context.formats().byName(book.format()).isEmpty();
    }

    private void open(Optional<String> typedPassword) {
        problem = Optional.empty();
        cards.show(content, WAIT);
        wait.serverIsAway(!connected());
        Running running = new Running();
        opening = Optional.of(running);
        var listed = context.transfers().progress(book.title(), running, this::cancelled);
        OpenRequest request = new OpenRequest(
                FlowingView.pageBytes(context.preferences()),
                new OwnSettings(context, book).values(),
                typedPassword,
                (received, total) -> {
                    listed.transferred(received, total);
                    EventQueue.invokeLater(() -> wait.transferred(received, total));
                },
                running);
        context.background()
                .start(
                        running,
                        work -> closeIfUnwanted(context.client().open(book, request), running),
                        this::opened,
                        this::openFailed);
    }

    /** The tab may have been closed while the book was opened. */
    private static Reading closeIfUnwanted(Reading reading, Running running) {
        if (running.cancelled()) {
            reading.close();
        }
        return reading;
    }

    private void opened(Reading reading) {
        if (reading.pageCount() == 0) {
            reading.close();
            String code = reading instanceof FlowingReading ? "EMPTY" : "NO_PAGES";
            openFailed(new ClientException(code, "The book has no pages"));
            return;
        }
        opening.ifPresent(context.transfers()::ended);
        opening = Optional.empty();
        Optional<Place> place = context.client().place(book);
        OpenBookPanel panel = new OpenBookPanel(
                context,
                commands,
                reading,
                host -> view(reading, place, host),
                this::turned,
                this::say,
                banner::tell,
                there -> EventQueue.invokeLater(() -> openAgain(there)));
        open = Optional.of(panel);
        content.add(panel, READ);
        cards.show(content, READ);
        offer.opened(panel);
        panel.begin();
        panel.focusBook();
        if (renewed) {
            renewed = false;
            banner.tell(context.text().get("book.changed"));
        }
        opened.run();
        changed.run();
    }

    private BookView view(Reading reading, Optional<Place> place, BookView.Host host) {
        if (reading instanceof PaintedReading painted) {
            return new PaintedView(context, painted, place, host);
        }
        return new FlowingView(context, commands, (FlowingReading) reading, place, host);
    }

    private void openFailed(ClientException failure) {
        opening.ifPresent(context.transfers()::ended);
        opening = Optional.empty();
        if (failure.is("PASSWORD_REQUIRED") || failure.is("PASSWORD_WRONG")) {
            password.ask(context.text().error(failure));
            cards.show(content, PASSWORD);
            password.focusField();
            return;
        }
        problem = Optional.of(failure);
        wait.stopped(sentence(failure), formatMissing());
        if (formatMissing()) {
            missing.explain(this::formatIsMissing);
        }
        if (mayHaveFocus()) {
            wait.focus();
        }
        tryAgainLater(failure);
        changed.run();
    }

    /** The server may have been asked, and the format may have come meanwhile. */
    private void formatIsMissing(String sentence) {
        if (open.isEmpty() && opening.isEmpty() && formatMissing()) {
            wait.stopped(sentence, true);
        }
    }

    private void cancelled() {
        openFailed(new ClientException("CANCELLED", "The transfer was cancelled"));
    }

    /** Some failures have a reason of the book's own, in the words of its format. */
    private String sentence(ClientException failure) {
        if (failure.is("UNSUPPORTED")) {
            return context.text().because("book.unsupported", failure.getMessage());
        }
        return Optional.of(failure)
                .filter(quarantined -> quarantined.is("QUARANTINED"))
                .flatMap(quarantined -> reason())
                .map(reason -> context.text().because("shelf.quarantined", reason))
                .orElseGet(() -> context.text().error(failure));
    }

    /** Why the book cannot be read, as the server tells with the shelf; it may have been readable when it was opened. */
    private Optional<String> reason() {
        return context.client().book(book.id()).orElse(book).reason();
    }

    private void turned(Place place) {
        context.client().remember(book, place);
        offer.turned(place);
        changed.run();
    }

    /** The book has other contents now: what is open is of no use any more. */
    private void openAnew() {
        open.ifPresent(this::discard);
        open = Optional.empty();
        offer.end();
        renewed = true;
        wait.waiting(book.title());
        open(Optional.empty());
    }

    /** With another size of pages, for one. */
    private void openAgain(Place place) {
        if (open.isPresent()) {
            context.client().remember(book, place);
            openAnew();
            renewed = false;
        }
    }

    private void discard(OpenBookPanel panel) {
        panel.close();
        content.remove(panel);
    }

    private void say(Optional<ClientException> failure) {
        if (failure.isEmpty() && formatMissing()) {
            // The page was painted before the format went.
            return;
        }
        if (failure.isPresent() && open.map(OpenBookPanel::outdated).orElse(false)) {
            EventQueue.invokeLater(this::openAnew); // the view that says so is still at work
            return;
        }
        problem = failure;
        failure.ifPresentOrElse(e -> banner.say(sentence(e)), banner::hideAway);
        failure.ifPresent(this::tryAgainLater);
    }

    private boolean connected() {
        return context.client().connectivity().state() == Connectivity.State.CONNECTED;
    }

    private void tryAgainLater(ClientException failure) {
        if (Passing.withTime(failure) || (connected() && Passing.withTheConnection(failure))) {
            again.restart();
        }
    }

    /** What is said stays until it is over. A tab that is not on the screen waits until it is. */
    private void tryAgain() {
        if (isShowing() && opening.isEmpty() && problem.isPresent()) {
            open.ifPresentOrElse(OpenBookPanel::retry, () -> open(Optional.empty()));
        }
    }

    private void retry() {
        banner.hideAway();
        wait.waiting(book.title());
        problem = Optional.empty();
        open.ifPresentOrElse(OpenBookPanel::retry, () -> open(Optional.empty()));
    }

    /** The book is read another way now, as its reader has chosen. */
    public void reread() {
        open.ifPresent(OpenBookPanel::askAnew);
    }

    /** Such as {@code 12 / 846 · 1.4 %}; empty while the book is not open. */
    public String progress() {
        return open.map(OpenBookPanel::progress).orElse("");
    }

    @Override
    public boolean can(Command command) {
        return open.map(panel -> panel.can(command)).orElse(false);
    }

    @Override
    public boolean chosen(Command command) {
        return open.map(panel -> panel.chosen(command)).orElse(false);
    }

    @Override
    public void run(Command command) {
        open.ifPresent(panel -> panel.run(command));
    }

    /** Puts down for the next time where in its page the book is read. */
    public void remember() {
        open.ifPresent(OpenBookPanel::remember);
    }

    public void close() {
        again.stop();
        opening.ifPresent(Running::cancel);
        opening.ifPresent(context.transfers()::ended);
        open.ifPresent(OpenBookPanel::close);
        open = Optional.empty();
    }
}
