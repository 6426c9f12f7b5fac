package netreader.ui;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.swing.JFrame;
import netreader.client.Client;
import netreader.client.ShelfBook;
import netreader.ui.command.Command;
import netreader.ui.command.CommandTarget;
import netreader.ui.shelf.BookDeeds;

/** What is done with a whole book, be it open or only selected on the shelf. Event thread. */
final class BookCommands implements CommandTarget {
    static final Set<Command> COMMANDS = EnumSet.of(
            Command.INFORMATION, Command.DOWNLOAD, Command.DELETE_COPY, Command.COPY_TITLE, Command.REVEAL_FILE);

    private final JFrame frame;
    private final Client client;
    private final BookDeeds deeds;
    private final Supplier<Optional<ShelfBook>> book;

    /** @param book the one that is meant now */
    BookCommands(JFrame frame, Client client, BookDeeds deeds, Supplier<Optional<ShelfBook>> book) {
        this.frame = frame;
        this.client = client;
        this.deeds = deeds;
        this.book = book;
    }

    @Override
    public boolean can(Command command) {
        Optional<ShelfBook> meant = book.get();
        return switch (command) {
            case DOWNLOAD -> meant.filter(deeds::canFetch).isPresent() && !isKept(meant);
            case DELETE_COPY -> meant.flatMap(client::copy).isPresent();
            case REVEAL_FILE -> meant.filter(deeds::canReveal).isPresent();
            default -> meant.isPresent();
        };
    }

    private boolean isKept(Optional<ShelfBook> meant) {
        return meant.flatMap(client::copy)
                .filter(copy -> copy.whole() && copy.kept())
                .isPresent();
    }

    @Override
    public void run(Command command) {
        book.get().ifPresent(meant -> run(command, meant));
    }

    private void run(Command command, ShelfBook meant) {
        switch (command) {
            case DOWNLOAD -> deeds.fetch(meant);
            case DELETE_COPY -> deeds.deleteCopy(meant);
            case COPY_TITLE -> deeds.copyTitle(meant);
            case REVEAL_FILE -> deeds.reveal(meant);
            default -> deeds.showInformation(frame, meant);
        }
    }
}
