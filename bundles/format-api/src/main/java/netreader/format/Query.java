package netreader.format;

import java.util.ArrayList;
import java.util.List;

/** Text to look for, without regard to case, to wide and narrow forms, and to line ends between words. */
public record Query(String text) {
    /**
     * A part of a text in which the query was found.
     *
     * @param from index in UTF-16 units
     * @param to behind the last one
     */
    public record Place(int from, int to) {}

    public Query {
        if (text.isBlank()) {
            throw new IllegalArgumentException("There is nothing to look for");
        }
    }

    /** Where a text has the query, in its order; places do not overlap. */
    public List<Place> placesIn(String where) {
        List<Place> places = new ArrayList<>();
        String wanted = FoldedText.ofQuery(text);
        if (wanted.isEmpty()) {
            return places; // a soft hyphen, for one
        }
        FoldedText folded = new FoldedText(where);
        for (int at = folded.indexOf(wanted, 0); at >= 0; at = folded.indexOf(wanted, at + wanted.length())) {
            places.add(new Place(folded.place(at), folded.place(at + wanted.length() - 1) + 1));
        }
        return places;
    }
}
