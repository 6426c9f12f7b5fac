package netreader.format.txt.chapters;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;

/** Looks among doubtful candidates for the numbers that are missing in a sequence of headings. */
final class MissingNumbers {
    /** Numbers that may be missing in a row. */
    private static final int WIDEST_GAP = 12;

    /**
     * A candidate whose number is missing.
     *
     * @param neighbour a heading of the sequence beside it
     */
    record Found(Candidate candidate, Candidate neighbour) {}

    private final NavigableMap<Long, Candidate> others;
    private final List<Candidate> numbered;
    private final Predicate<Candidate> likely;
    private final List<Found> found = new ArrayList<>();

    private MissingNumbers(
            NavigableMap<Long, Candidate> others, List<Candidate> numbered, Predicate<Candidate> likely) {
        this.others = others;
        this.numbered = numbered;
        this.likely = likely;
    }

    /**
     * What is missing in a sequence.
     *
     * @param others the doubtful candidates by their offsets
     * @param numbered the headings that are certain, in the order of the file
     * @param likely which of the others may stand at the ends of the sequence, where one number alone speaks for them
     */
    static List<Found> among(
            NavigableMap<Long, Candidate> others, List<Candidate> numbered, Predicate<Candidate> likely) {
        MissingNumbers missing = new MissingNumbers(others, numbered, likely);
        if (!numbered.isEmpty()) {
            missing.beforeFirst();
            for (int i = 0; i < numbered.size(); i++) {
                missing.after(i);
            }
        }
        return missing.found;
    }

    /** Backwards from the first heading: what comes earlier may be a table of contents. */
    private void beforeFirst() {
        Candidate first = numbered.get(0);
        if (first.value() > WIDEST_GAP) {
            return;
        }
        long reached = first.value();
        for (Candidate each :
                others.headMap(first.offset(), false).descendingMap().values()) {
            if (each.value() == reached - 1 && reached > 1 && likely.test(each)) {
                found.add(new Found(each, first));
                reached = each.value();
            }
        }
    }

    private void after(int index) {
        Candidate from = numbered.get(index);
        boolean last = index + 1 == numbered.size();
        long end = last ? Long.MAX_VALUE : numbered.get(index + 1).offset();
        long below = last ? from.value() + 2 : numbered.get(index + 1).value();
        if (below - from.value() < 2 || below - from.value() > WIDEST_GAP) {
            return;
        }
        long reached = from.value();
        for (Candidate each : others.subMap(from.offset(), false, end, false).values()) {
            boolean fits = each.value() > reached && each.value() < below;
            if (fits && (!last || likely.test(each))) {
                found.add(new Found(each, from));
                reached = each.value();
            }
        }
    }
}
