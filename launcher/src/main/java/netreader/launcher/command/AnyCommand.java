package netreader.launcher.command;

/** A class that picocli fills from the command line. */
interface AnyCommand {
    /** @throws UsageException for what picocli cannot see: a number out of its range, a password file without a password */
    Request request() throws UsageException;
}
