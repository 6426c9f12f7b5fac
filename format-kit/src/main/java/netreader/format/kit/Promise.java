package netreader.format.kit;

import netreader.format.FormatException;
import org.junit.jupiter.api.DynamicTest;

/**
 * Something that the SPI promises of every format.
 *
 * @param sentence the promise
 * @param member of the SPI, whose Javadoc makes the promise
 * @param chapter of docs/writing-a-format.md
 */
record Promise(String sentence, String member, String chapter, Check check) {
    /** Ends normally if the promise was kept, else with anything, at best a {@link Broken}. */
    interface Check {
        void on(Subject subject) throws Exception;
    }

    DynamicTest test(Subject subject) {
        return DynamicTest.dynamicTest(sentence, () -> verify(subject));
    }

    @SuppressWarnings("CatchingUnchecked") // a format may throw anything; each is told as a broken promise
    private void verify(Subject subject) {
        try {
            check.on(subject);
        } catch (Throwable thrown) {
            throw new AssertionError(
                    "Broken promise: " + sentence + ". " + what(thrown) + " (book: "
                            + subject.sample().name() + "; see " + member + ", and \"" + chapter
                            + "\" in docs/writing-a-format.md)",
                    thrown);
        }
    }

    private static String what(Throwable thrown) {
        if (thrown instanceof Broken) {
            return thrown.getMessage();
        }
        if (thrown instanceof FormatException failure) {
            return "A call ended in " + failure.reason() + ": " + failure.getMessage();
        }
        return "A call threw " + thrown + ", but nothing may come out of a format except FormatException";
    }
}
