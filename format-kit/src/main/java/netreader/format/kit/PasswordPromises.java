package netreader.format.kit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import netreader.format.BookSource;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;
import netreader.format.OpenOptions;

/** What an encrypted book promises. */
final class PasswordPromises {
    private static final String CHAPTER = "Errors";

    static final List<Promise> ALL = List.of(
            new Promise(
                    "An encrypted book asks for a password",
                    "BookFormat.open",
                    CHAPTER,
                    subject -> requireReason(subject, Optional.empty(), Reason.PASSWORD_REQUIRED)),
            new Promise(
                    "A wrong password is told",
                    "BookFormat.open",
                    CHAPTER,
                    subject -> requireReason(
                            subject,
                            Optional.of(subject.sample().password().orElse("") + "-wrong"),
                            Reason.PASSWORD_WRONG)));

    private PasswordPromises() {}

    private static void requireReason(Subject subject, Optional<String> password, Reason expected) throws Exception {
        OpenOptions options = new OpenOptions(password, OpenOptions.DEFAULT_PAGE_BYTES, Map.of(), subject.cache());
        BookSource source = subject.sample().source();
        try {
            subject.with(source, options, book -> null);
        } catch (FormatException e) {
            Calls.requireSentence("open", e);
            Broken.unless(e.reason() == expected, "open ended in %s instead of %s", e.reason(), expected);
            return;
        }
        throw new Broken("open succeeded instead of ending in " + expected);
    }
}
