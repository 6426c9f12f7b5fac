package netreader.ui;

import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import netreader.ui.book.BookTab;
import netreader.ui.command.Commands;
import netreader.ui.work.UiContext;

/** The books that have windows of their own, and which of them the user works in. Event thread. */
final class BookWindows implements BookWindow.Listener {
    private final UiContext context;
    private final Commands commands;
    private final Consumer<BookTab> closed;
    private final Runnable changed;
    private final List<BookWindow> windows = new ArrayList<>();
    private Optional<BookWindow> front = Optional.empty();

    /**
     * @param closed is given the book whose window was closed, to close it
     * @param changed hears that another window is the one that the user works in
     */
    BookWindows(UiContext context, Commands commands, Consumer<BookTab> closed, Runnable changed) {
        this.context = context;
        this.commands = commands;
        this.closed = closed;
        this.changed = changed;
    }

    /** @param beside over which the window appears */
    void open(BookTab tab, Component beside) {
        BookWindow window = new BookWindow(context, commands, tab, this);
        windows.add(window);
        front = Optional.of(window);
        window.show(beside);
    }

    /** The window that the user works in, if it is none with tabs. */
    Optional<BookWindow> front() {
        return front;
    }

    /** The user works in the window with the tabs again. */
    void leave() {
        if (front.isPresent()) {
            front = Optional.empty();
            changed.run();
        }
    }

    Optional<BookWindow> of(BookTab tab) {
        return windows.stream().filter(window -> window.tab().equals(tab)).findFirst();
    }

    List<BookTab> tabs() {
        return windows.stream().map(BookWindow::tab).toList();
    }

    /** Closes the window, and leaves its book open. */
    BookTab release(BookWindow window) {
        windows.remove(window);
        front = front.filter(other -> !other.equals(window));
        window.dispose();
        return window.tab();
    }

    void hide() {
        windows.forEach(window -> window.frame().setVisible(false));
    }

    void close() {
        List.copyOf(windows).forEach(this::release);
    }

    @Override
    public void activated(BookWindow window) {
        front = Optional.of(window);
        changed.run();
    }

    @Override
    public void closing(BookWindow window) {
        closed.accept(release(window));
    }
}
