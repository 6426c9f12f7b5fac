package netreader.format.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import netreader.format.Book;
import netreader.format.FormatException;
import netreader.format.OpenOptions;
import netreader.format.Setting;

/** What a format promises beside its books. */
final class FormatPromises {
    private static final String SETTINGS = "Settings";

    /** Threads that the JDK starts when it likes, and keeps. */
    private static final String OF_THE_JDK = "(Java2D|AWT|ForkJoinPool|Common-Cleaner|process reaper|Image |"
            + "Attach|junit|Keep-Alive|surefire|" + Guard.THREAD + ").*";

    static final List<Promise> ALL = List.of(
            new Promise(
                    "Settings have names and titles of their own",
                    "BookFormat.settings",
                    SETTINGS,
                    FormatPromises::areNamed),
            new Promise(
                    "A book opens with each choice of each setting",
                    "BookFormat.settings",
                    SETTINGS,
                    FormatPromises::choicesOpen),
            new Promise(
                    "Settings of others are ignored",
                    "OpenOptions.settings",
                    SETTINGS,
                    FormatPromises::othersAreIgnored),
            new Promise(
                    "A value that nobody offers opens or is refused",
                    "OpenOptions.settings",
                    SETTINGS,
                    FormatPromises::wrongValues),
            new Promise("Threads end with the work they are for", "Book.close", "Threads", FormatPromises::threadsEnd));

    private FormatPromises() {}

    private static List<Setting> settings(Subject subject) throws Exception {
        List<Setting> settings =
                subject.within("settings", () -> subject.format().settings());
        Broken.unless(settings != null, "settings answered null; a format without settings has none");
        return settings;
    }

    private static void areNamed(Subject subject) throws Exception {
        Set<String> names = new HashSet<>();
        for (Setting setting : settings(subject)) {
            Broken.unless(
                    !setting.name().isBlank() && !setting.title().isBlank(), "%s lacks a name or a title", setting);
            Broken.unless(names.add(setting.name()), "There are two settings with the name %s", setting.name());
            Broken.unless(
                    setting.defaultValue().isEmpty()
                            || setting.choices().isEmpty()
                            || setting.choices().contains(setting.defaultValue()),
                    "The default of %s, %s, is not among its choices",
                    setting.name(),
                    setting.defaultValue());
        }
    }

    private static void choicesOpen(Subject subject) throws Exception {
        for (Setting setting : settings(subject)) {
            List<String> values = new ArrayList<>(setting.choices());
            values.add("");
            for (String value : values) {
                try {
                    pages(subject, setting.name(), value);
                } catch (FormatException e) {
                    throw new Broken("With " + setting.name() + " = " + value + " open ended in " + e.reason() + ": "
                            + e.getMessage());
                }
            }
        }
    }

    private static int pages(Subject subject, String name, String value) throws Exception {
        OpenOptions options = subject.options(OpenOptions.DEFAULT_PAGE_BYTES, Map.of(name, value));
        return subject.with(subject.sample().source(), options, book -> {
            if (book.pageCount() > 0) {
                book.pageText(0);
            }
            return book.pageCount();
        });
    }

    private static void othersAreIgnored(Subject subject) throws Exception {
        int with = pages(subject, "format-kit.unknown", "nonsense");
        int without = subject.with(Book::pageCount);
        Broken.unless(with == without, "A setting that the format does not offer made %d pages of %d", with, without);
    }

    private static void wrongValues(Subject subject) throws Exception {
        for (Setting setting : settings(subject)) {
            for (String value : List.of("\0", "nonsense ☃", "-1", "(((", "9".repeat(40))) {
                try {
                    pages(subject, setting.name(), value);
                } catch (FormatException e) {
                    Calls.requireSentence("open with " + setting.name() + " = " + value, e);
                }
            }
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !thread.getName().matches(OF_THE_JDK))
                .filter(thread -> thread.getThreadGroup() != null
                        && !"system".equals(thread.getThreadGroup().getName()))
                .collect(Collectors.toSet());
    }

    private static void threadsEnd(Subject subject) throws Exception {
        Set<Thread> before = threads();
        for (int i = 0; i < 3; i++) {
            subject.with(book -> {
                Calls.ofBook().forEach(call -> Calls.reasonOf(call, book));
                for (int page : Subject.somePages(book)) {
                    Calls.ofPage(book, page).forEach(call -> Calls.reasonOf(call, book));
                }
                return null;
            });
        }
        long end = System.nanoTime() + subject.limits().call().toNanos();
        Set<Thread> left = left(before);
        while (!left.isEmpty()) {
            Broken.unless(System.nanoTime() < end, "Long after its books were closed there still run %s", left);
            TimeUnit.MILLISECONDS.sleep(20);
            left = left(before);
        }
    }

    private static Set<Thread> left(Set<Thread> before) {
        Set<Thread> now = threads();
        now.removeAll(before);
        return now;
    }
}
