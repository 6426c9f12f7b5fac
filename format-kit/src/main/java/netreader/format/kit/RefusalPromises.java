package netreader.format.kit;

import java.util.List;
import netreader.format.FormatException;

/** What a file promises that is not to open. */
final class RefusalPromises {
    static final List<Promise> ALL = List.of(new Promise(
            "The file is refused with a sentence", "BookFormat.open", "Errors", RefusalPromises::isRefused));

    private RefusalPromises() {}

    private static void isRefused(Subject subject) throws Exception {
        Sample sample = subject.sample();
        try {
            subject.with(book -> null);
        } catch (FormatException e) {
            Calls.requireSentence("open", e);
            Broken.unless(
                    sample.refusals().contains(e.reason()),
                    "open ended in %s (%s) instead of %s",
                    e.reason(),
                    e.getMessage(),
                    sample.refusals());
            return;
        }
        throw new Broken("open succeeded, and should have ended in " + sample.refusals());
    }
}
