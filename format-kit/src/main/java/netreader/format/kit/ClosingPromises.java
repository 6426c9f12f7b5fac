package netreader.format.kit;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import netreader.format.Book;
import netreader.format.BookSource;
import netreader.format.FormatException.Reason;

/** What closing promises. */
final class ClosingPromises {
    private static final String CHAPTER = "Closing";

    static final List<Promise> ALL = List.of(
            new Promise("A book may be closed twice", "Book.close", CHAPTER, ClosingPromises::twice),
            new Promise("A closed book says so with CANCELLED", "Book.close", CHAPTER, ClosingPromises::saysSo),
            new Promise(
                    "Nothing of a closed book stays in memory", "Book.close", CHAPTER, ClosingPromises::isForgotten));

    private ClosingPromises() {}

    private static void twice(Subject subject) throws Exception {
        subject.with(book -> {
            book.pageCount();
            book.close();
            book.close();
            return null;
        });
    }

    private static void saysSo(Subject subject) throws Exception {
        subject.within("A closed book", () -> {
            Book book = subject.open(subject.sample().source());
            int pages = book.pageCount();
            book.close();
            for (Calls.Named call : pages == 0 ? List.<Calls.Named>of() : Calls.ofPage(book, 0)) {
                Reason reason = Calls.reasonOf(call, book);
                Broken.unless(
                        reason == Reason.CANCELLED
                                || (reason == null && call.name().startsWith("links")),
                        "%s of a closed book %s",
                        call.name(),
                        reason == null ? "answered" : "ended in " + reason);
            }
            for (Calls.Named call : Calls.ofBook()) {
                Reason reason = Calls.reasonOf(call, book);
                Broken.unless(
                        reason == null || reason == Reason.CANCELLED,
                        "%s of a closed book ended in %s",
                        call.name(),
                        reason);
            }
            return null;
        });
    }

    private static void isForgotten(Subject subject) throws Exception {
        List<WeakReference<?>> kept = subject.within("A book that is used and closed", () -> useAndClose(subject));
        long end = System.nanoTime() + subject.limits().call().toNanos();
        while (kept.stream().anyMatch(each -> each.get() != null)) {
            Broken.unless(
                    System.nanoTime() < end,
                    "Long after close %s is still in memory: something static, a thread or a cache holds it",
                    kept.get(0).get() != null ? "the book" : "its source");
            System.gc();
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static List<WeakReference<?>> useAndClose(Subject subject) throws Exception {
        BookSource source = new CountingSource(subject.sample().source());
        Book book = subject.open(source);
        List<Calls.Named> calls = new ArrayList<>(Calls.ofBook());
        for (int page : Subject.somePages(book)) {
            calls.addAll(Calls.ofPage(book, page));
        }
        calls.forEach(call -> Calls.reasonOf(call, book));
        book.close();
        return List.of(new WeakReference<>(book), new WeakReference<>(source));
    }
}
