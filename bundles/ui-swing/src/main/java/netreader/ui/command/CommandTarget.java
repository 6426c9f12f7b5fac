package netreader.ui.command;

/** A part of the window that carries out commands. Event thread. */
public interface CommandTarget {
    boolean can(Command command);

    void run(Command command);

    /** Whether what the command switches on is on now, or what it chooses is chosen. */
    default boolean chosen(Command command) {
        return false;
    }
}
