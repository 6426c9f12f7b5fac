package netreader.format.txt.chapters;

import java.util.ArrayList;
import java.util.List;

/** Leaves out lines of the text such as "第三回…", where the numbers around them are complete without them. */
final class Outliers {
    private Outliers() {}

    /** @param headings in the order of the file */
    static List<Candidate> without(List<Candidate> headings) {
        List<Candidate> kept = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Candidate each = headings.get(i);
            boolean between = !kept.isEmpty() && i + 1 < headings.size();
            boolean outlier = between
                    ? isOutlier(kept.get(kept.size() - 1), each, headings.get(i + 1))
                    : !kept.isEmpty() && isOutlier(kept.get(kept.size() - 1), each);
            if (!each.glued() || !outlier) {
                kept.add(each);
            }
        }
        return kept;
    }

    private static boolean isOutlier(Candidate before, Candidate each, Candidate after) {
        if (!before.counted() || !before.kind().equals(after.kind())) {
            return false;
        }
        boolean fits = each.value() > before.value() && each.value() < after.value();
        return after.value() == before.value() + 1 || (!fits && !each.kind().equals(before.kind()));
    }

    /** Whether the last one counts something else than the heading before, and does not go on from there. */
    private static boolean isOutlier(Candidate before, Candidate last) {
        return before.counted() && !last.kind().equals(before.kind()) && last.value() != before.value() + 1;
    }
}
