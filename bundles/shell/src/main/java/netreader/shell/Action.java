package netreader.shell;

/** What a command does. */
@FunctionalInterface
public interface Action {
    /**
     * On the thread of a shell's connection, which may wait.
     *
     * @throws CommandException if it cannot be done
     * @throws UsageException if the arguments are wrong in a way that {@link Command} cannot say
     */
    Answer run(Arguments arguments) throws Exception;
}
