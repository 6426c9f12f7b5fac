package netreader.ui.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import netreader.client.Bookmark;
import netreader.client.ClientException;
import netreader.client.FlowingReading;
import netreader.client.PaintedReading;
import netreader.client.Place;
import netreader.client.Reading;
import netreader.ui.work.UiContext;

/** The bookmarks of a book that is open, and the pages on which they are. Event thread. */
final class Bookmarks {
    /** So much of a page is kept to tell which one it is. */
    private static final int TEXT = 100;

    private final UiContext context;
    private final Reading reading;
    private final Runnable changed;
    private List<Entry> entries = List.of();
    private int pages;
    private int edits;
    private boolean closed;

    /** @param page on which the bookmark is now, from 0 */
    record Entry(Bookmark bookmark, int page) {}

    /** @param changed hears that there are other bookmarks, or that they are on other pages */
    Bookmarks(UiContext context, Reading reading, Runnable changed) {
        this.context = context;
        this.reading = reading;
        this.changed = changed;
    }

    /** In the order of the book. */
    List<Entry> all() {
        return entries;
    }

    boolean isOn(int page) {
        return entries.stream().anyMatch(entry -> entry.page() == page);
    }

    /** The book has so many pages: with another number of them its bookmarks are on other ones. */
    void pages(int newPages) {
        if (newPages != pages) {
            pages = newPages;
            load();
        }
    }

    private void load() {
        int of = pages;
        int before = edits;
        context.background()
                .start(
                        work -> load(reading, context, of),
                        loaded -> {
                            if (before == edits) {
                                show(loaded);
                            } else {
                                load(); // what was read may lack what was put there meanwhile
                            }
                        },
                        failure -> {});
    }

    private static List<Entry> load(Reading reading, UiContext context, int pages) {
        return context.client().bookmarks(reading.book()).stream()
                .map(bookmark -> new Entry(bookmark, page(reading, bookmark.place(), pages)))
                .toList();
    }

    /** A server that is away leaves an estimate, which is right for as long as pages have the size that they had. */
    private static int page(Reading reading, Place place, int pages) {
        if (reading instanceof FlowingReading text) {
            try {
                return text.pageAt(place.anchor()).page();
            } catch (ClientException e) {
                return place.pageOf(pages);
            }
        }
        return ((PaintedReading) reading).pageAt(place.anchor());
    }

    private void show(List<Entry> newEntries) {
        if (!closed) {
            entries = newEntries;
            changed.run();
        }
    }

    /** Puts a bookmark on the page that is shown, or takes away those that it has. */
    void toggle(int page, Place here) {
        List<Entry> there =
                entries.stream().filter(entry -> entry.page() == page).toList();
        if (there.isEmpty()) {
            add(page, new Bookmark(here, "", Instant.now()));
            context.background()
                    .start(
                            work -> beginning(reading, page),
                            text -> describe(page, here, text),
                            failure -> {}); // the page's number is enough to find it again
        } else {
            there.forEach(this::remove);
        }
    }

    private void add(int page, Bookmark bookmark) {
        edits++;
        List<Entry> more = new ArrayList<>(entries);
        more.removeIf(
                entry -> entry.bookmark().place().anchor() == bookmark.place().anchor());
        more.add(new Entry(bookmark, page));
        more.sort(Comparator.comparingLong(entry -> entry.bookmark().place().anchor()));
        context.client().addBookmark(reading.book(), bookmark);
        show(List.copyOf(more));
    }

    /** Its text has come; it may have been taken away by then. */
    private void describe(int page, Place here, String text) {
        Optional<Entry> made = entries.stream()
                .filter(entry -> entry.bookmark().place().equals(here))
                .findFirst();
        made.ifPresent(
                entry -> add(page, new Bookmark(here, text, entry.bookmark().made())));
    }

    void remove(Entry entry) {
        edits++;
        context.client().removeBookmark(reading.book(), entry.bookmark().place().anchor());
        show(entries.stream().filter(other -> !other.equals(entry)).toList());
    }

    private static String beginning(Reading reading, int page) throws ClientException {
        return reading instanceof PaintedReading painted
                ? beginning(painted.pageText(page))
                : beginning(((FlowingReading) reading).page(page).text());
    }

    /** The first words of a text, on one line. */
    static String beginning(String text) {
        String words = text.strip().replaceAll("[\\s\\u3000]+", " ").strip();
        return words.codePointCount(0, words.length()) <= TEXT
                ? words
                : words.substring(0, words.offsetByCodePoints(0, TEXT)).strip();
    }

    /** What was asked for is not shown any more. */
    void close() {
        closed = true;
    }
}
