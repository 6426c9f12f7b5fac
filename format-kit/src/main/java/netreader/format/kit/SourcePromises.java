package netreader.format.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import netreader.format.Book;
import netreader.format.FormatException;
import netreader.format.FormatException.Reason;

/** What a format promises of the source it reads: that may be slow, give little at a time, and fail. */
final class SourcePromises {
    private static final String CHAPTER = "Reading";
    private static final int FAILURES = 16;

    static final List<Promise> ALL = List.of(
            new Promise(
                    "A source may give a single byte at a time",
                    "BookSource.read",
                    CHAPTER,
                    SourcePromises::shortReads),
            new Promise(
                    "A source that fails makes calls end in IO, and never in DAMAGED",
                    "BookSource.read",
                    CHAPTER,
                    SourcePromises::failuresAreIo),
            new Promise(
                    "When the source is back, the book goes on", "BookSource.read", CHAPTER, SourcePromises::goesOn),
            new Promise("The source is not read once the book is closed", "Book.close", CHAPTER, SourcePromises::ends));

    private SourcePromises() {}

    private static List<String> texts(Book book) throws FormatException {
        List<String> texts = new ArrayList<>();
        for (int page : Subject.somePages(book)) {
            texts.add(book.pageText(page));
        }
        return texts;
    }

    private static void shortReads(Subject subject) throws Exception {
        List<String> whole = subject.with(SourcePromises::texts);
        List<String> bits =
                subject.with(new ShortReads(subject.sample().source()), subject.options(), SourcePromises::texts);
        Broken.unless(
                bits.equals(whole),
                "The pages have other texts when read gives fewer bytes than there is room for; readFully gives all");
    }

    /** Each time the source fails one read later. */
    private static void failuresAreIo(Subject subject) throws Exception {
        for (long good : someReads(subject)) {
            FailingSource source = new FailingSource(subject.sample().source(), good);
            subject.within("A book whose source fails", () -> {
                List<Reason> reasons = useAll(subject, source);
                Broken.unless(
                        reasons.stream().allMatch(reason -> reason == Reason.IO),
                        "When read %d fails, calls end in %s",
                        good + 1,
                        reasons);
                return null;
            });
        }
    }

    /** Opens a book and calls everything; returns the reasons for which calls failed. */
    private static List<Reason> useAll(Subject subject, FailingSource source) {
        List<Reason> reasons = new ArrayList<>();
        try (Book book = subject.open(source)) {
            Broken.unless(book.metadata() != null, "metadata answered null when the source failed");
            List<Calls.Named> calls = new ArrayList<>(Calls.ofBook());
            for (int page : Subject.somePages(book)) {
                calls.addAll(Calls.ofPage(book, page));
            }
            for (Calls.Named call : calls) {
                boolean before = source.hasFailed();
                Reason reason = Calls.reasonOf(call, book);
                if (reason != null && (source.hasFailed() || before)) {
                    reasons.add(reason);
                }
            }
        } catch (FormatException e) {
            Calls.requireSentence("open", e);
            reasons.add(e.reason());
        }
        return reasons;
    }

    /** How many reads succeed in each try: the first ones, and some between these and the last. */
    private static SortedSet<Long> someReads(Subject subject) throws Exception {
        CountingSource counting = new CountingSource(subject.sample().source());
        subject.with(counting, subject.options(), SourcePromises::texts);
        SortedSet<Long> reads = new TreeSet<>();
        for (long i = 0; i < FAILURES; i++) {
            reads.add(Math.min(i, FAILURES / 2L));
            reads.add(Math.max(0, counting.reads() - 1) * i / (FAILURES - 1));
        }
        return reads;
    }

    private static void goesOn(Subject subject) throws Exception {
        List<String> whole = subject.with(SourcePromises::texts);
        CountingSource opening = new CountingSource(subject.sample().source());
        subject.with(opening, subject.options(), Book::pageCount);
        FailingSource source = new FailingSource(subject.sample().source(), opening.reads());
        List<String> after = subject.with(source, subject.options(), book -> {
            for (int page : Subject.somePages(book)) {
                Calls.ofPage(book, page).forEach(call -> Calls.reasonOf(call, book));
            }
            source.mend();
            return texts(book);
        });
        Broken.unless(after.equals(whole), "Pages have other texts after reads have failed for a while");
    }

    private static void ends(Subject subject) throws Exception {
        CountingSource source = new CountingSource(subject.sample().source());
        long reads = subject.within("A closed book", () -> {
            Book book = subject.open(source);
            book.close();
            long before = source.reads();
            Calls.ofPage(book, 0).forEach(call -> Calls.reasonOf(call, book));
            Calls.ofBook().forEach(call -> Calls.reasonOf(call, book));
            return source.reads() - before;
        });
        Broken.unless(reads == 0, "After close there were %d reads", reads);
    }
}
