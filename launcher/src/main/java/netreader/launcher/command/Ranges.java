package netreader.launcher.command;

/** Numbers that have limits. */
final class Ranges {
    private Ranges() {}

    static void check(String option, int value, int least, int most) throws UsageException {
        if (value < least || value > most) {
            throw new UsageException(option + " wants a number from " + least + " to " + most + ", not " + value);
        }
    }
}
