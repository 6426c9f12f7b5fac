package netreader.ui.command;

/** A part of the window that carries out commands. Event thread. */
public interface CommandTarget {
    boolean can(Command command);

    void run(Command command);
}
