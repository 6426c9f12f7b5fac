package netreader.ui.command;

/** Where a command's keys work. */
public enum Scope {
    WINDOW,
    SHELF,
    BOOK
}
