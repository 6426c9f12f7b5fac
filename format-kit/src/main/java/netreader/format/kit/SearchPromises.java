package netreader.format.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netreader.format.Book;
import netreader.format.FormatException;
import netreader.format.Hits;
import netreader.format.Query;
import netreader.format.Work;

/** What searches promise. */
final class SearchPromises {
    private static final String CHAPTER = "Search";
    private static final int MOST_CALLS = 100_000;
    private static final int MANY = 100_000;

    /** Found with case and width, so that any search finds it. */
    private static final Pattern WORD = Pattern.compile("[\\p{IsHan}]{2}|[\\p{IsAlphabetic}&&[^\\p{IsHan}]]{3,20}");

    static final List<Promise> ALL = List.of(
            new Promise("A word of a page is found on it", "Book.find", CHAPTER, SearchPromises::findsItsWords),
            new Promise("What is not in the book is not found", "Book.find", CHAPTER, SearchPromises::findsNothingElse),
            new Promise("Hits come in order, as one line each", "Book.find", CHAPTER, SearchPromises::inOrder),
            new Promise(
                    "A search keeps its limit, and goes on where it stopped",
                    "Hits.next",
                    CHAPTER,
                    SearchPromises::keepsItsLimit),
            new Promise(
                    "A search with little time for each call finds the same",
                    "Hits.next",
                    CHAPTER,
                    SearchPromises::goesOnWhenCancelled),
            new Promise("A search may begin anywhere", "Book.find", CHAPTER, SearchPromises::beginsAnywhere),
            new Promise(
                    "A search stops when it is cancelled",
                    "Book.find",
                    CHAPTER,
                    subject -> subject.with(book ->
                            Cancelling.requireStop("find", work -> book.find(new Query("\uE000"), 0, MANY, work)))));

    private SearchPromises() {}

    /** A word of the book and a page that has it. */
    private record Word(Query query, int page) {}

    private static Optional<Word> word(Book book) throws FormatException {
        for (int page : Subject.somePages(book)) {
            Matcher found = WORD.matcher(book.pageText(page));
            if (found.find()) {
                return Optional.of(new Word(new Query(found.group()), page));
            }
        }
        return Optional.empty();
    }

    private static Hits find(Book book, Query query, long from, int limit) throws FormatException {
        Hits hits = book.find(query, from, limit, Work.UNCANCELLED);
        Broken.unless(hits != null, "find answered null; a search that finds nothing answers no hits");
        return hits;
    }

    private static void findsItsWords(Subject subject) throws Exception {
        subject.with(book -> {
            Optional<Word> word = word(book);
            if (word.isPresent()) {
                int page = word.get().page();
                Hits hits = find(book, word.get().query(), book.anchorOf(page), 1);
                Broken.unless(
                        !hits.hits().isEmpty() && book.pageAt(hits.hits().get(0).anchor()) == page,
                        "\"%s\" stands on page %d, but find from there answers %s",
                        word.get().query().text(),
                        page,
                        hits);
            }
            return null;
        });
    }

    private static void findsNothingElse(Subject subject) throws Exception {
        subject.with(book -> {
            Hits hits = find(book, new Query("\uE000\uE123 netreader conformance"), 0, 10);
            Broken.unless(hits.hits().isEmpty() && hits.next().isEmpty(), "find answered %s", hits);
            return null;
        });
    }

    private static void inOrder(Subject subject) throws Exception {
        subject.with(book -> {
            Optional<Word> word = word(book);
            long last = Long.MIN_VALUE;
            List<Hits.Hit> hits = word.isEmpty()
                    ? List.of()
                    : find(book, word.get().query(), 0, 1000).hits();
            for (Hits.Hit hit : hits) {
                Places.requireInside(book, hit.anchor(), "The hit \"" + hit.text() + "\"");
                Broken.unless(hit.anchor() >= last, "A hit at %d follows one at %d", hit.anchor(), last);
                Broken.unless(
                        !hit.text().isBlank() && hit.text().lines().count() == 1,
                        "The text of a hit is \"%s\", not one line",
                        hit.text());
                last = hit.anchor();
            }
            return null;
        });
    }

    private static void keepsItsLimit(Subject subject) throws Exception {
        subject.with(book -> {
            Optional<Word> word = word(book);
            if (word.isEmpty()) {
                return null;
            }
            List<Hits.Hit> whole = find(book, word.get().query(), 0, MANY).hits();
            List<Hits.Hit> pieces = new ArrayList<>();
            long from = 0;
            for (int calls = 0; calls < Math.min(whole.size(), 50); calls++) {
                Hits hits = find(book, word.get().query(), from, 1);
                requireOnePage(book, hits.hits());
                pieces.addAll(hits.hits());
                if (hits.next().isEmpty()) {
                    break;
                }
                Broken.unless(
                        hits.next().getAsLong() > from || calls == 0,
                        "A search from %d is to go on at %d",
                        from,
                        hits.next().getAsLong());
                from = hits.next().getAsLong();
            }
            requireBeginning(pieces, whole);
            return null;
        });
    }

    /** Hits beyond the limit are of the page on which it was reached. */
    private static void requireOnePage(Book book, List<Hits.Hit> hits) {
        Broken.unless(
                hits.isEmpty()
                        || book.pageAt(hits.get(0).anchor())
                                == book.pageAt(hits.get(hits.size() - 1).anchor()),
                "find with the limit 1 answered %d hits of several pages",
                hits.size());
    }

    private static void requireBeginning(List<Hits.Hit> pieces, List<Hits.Hit> whole) {
        Broken.unless(
                pieces.size() <= whole.size() && pieces.equals(whole.subList(0, pieces.size())),
                "Piece by piece the search finds %s, and in one go %s",
                pieces,
                whole);
    }

    private static void goesOnWhenCancelled(Subject subject) throws Exception {
        subject.with(book -> {
            Optional<Word> word = word(book);
            if (word.isEmpty()) {
                return null;
            }
            List<Hits.Hit> whole = find(book, word.get().query(), 0, MANY).hits();
            List<Hits.Hit> pieces = new ArrayList<>();
            long from = 0;
            for (int calls = 0; ; calls++) {
                Broken.unless(calls < MOST_CALLS, "After %d calls the search has not ended", calls);
                AtomicInteger asked = new AtomicInteger();
                Hits hits = book.find(word.get().query(), from, MANY, () -> asked.incrementAndGet() > 1);
                pieces.addAll(hits.hits());
                if (hits.next().isEmpty()) {
                    break;
                }
                Broken.unless(
                        hits.next().getAsLong() > from || calls == 0,
                        "A search that was cancelled at its second question got no further than %d",
                        from);
                from = hits.next().getAsLong();
            }
            Broken.unless(
                    pieces.equals(whole), "Piece by piece it finds %d, in one go %d", pieces.size(), whole.size());
            return null;
        });
    }

    private static void beginsAnywhere(Subject subject) throws Exception {
        subject.with(book -> {
            Query query = new Query("netreader");
            find(book, query, Long.MIN_VALUE, 1);
            find(book, query, -1, 1);
            find(book, query, Long.MAX_VALUE, 1);
            return null;
        });
    }
}
