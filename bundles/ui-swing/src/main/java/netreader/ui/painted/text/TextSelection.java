package netreader.ui.painted.text;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiFunction;

/** What is selected of a book's text: from where it was begun to where the pointer is, perhaps on another page. */
public record TextSelection(Place begun, Place reached, Unit unit) {
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::page).thenComparingInt(Place::offset);

    /** @param offset between two characters of the page's text, or of one of them for words and lines */
    public record Place(int page, int offset) {}

    /** What is selected at a time. */
    public enum Unit {
        LETTER((words, offset) -> new Span(offset, offset)),
        WORD(PageWords::wordAt),
        LINE(PageWords::lineAt);

        // Method references keep nothing, but do not say so in a way that the checker knows.
        @SuppressWarnings("ImmutableEnumChecker")
        private final BiFunction<PageWords, Integer, Span> around;

        Unit(BiFunction<PageWords, Integer, Span> around) {
            this.around = around;
        }
    }

    public TextSelection to(Place place) {
        return new TextSelection(begun, place, unit);
    }

    public int firstPage() {
        return Math.min(begun.page(), reached.page());
    }

    public int lastPage() {
        return Math.max(begun.page(), reached.page());
    }

    /** What is selected of a page; empty if that is nothing. */
    public Optional<Span> on(int page, PageWords words) {
        if (page < firstPage() || page > lastPage()) {
            return Optional.empty();
        }
        Place first = ORDER.compare(begun, reached) <= 0 ? begun : reached;
        Place last = first.equals(begun) ? reached : begun;
        int length = words.text().length();
        int from = first.page() < page
                ? 0
                : unit.around.apply(words, Math.min(first.offset(), length)).from();
        int to = last.page() > page
                ? length
                : unit.around.apply(words, Math.min(last.offset(), length)).to();
        return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
    }
}
