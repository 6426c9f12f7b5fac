package netreader.catalogue.internal.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * What a look at the library has found.
 *
 * @param files of known formats that it has seen
 * @param added books that are new
 * @param changed books whose files are others under the same names
 * @param moved books that have other names
 * @param back books that were gone
 * @param gone books that are there no more
 * @param growing new files that are still being written, and are looked at again by themselves
 */
public record Findings(int files, int added, int changed, int moved, int back, int gone, int growing) {
    /** For a person. */
    public String sentence() {
        List<String> parts = new ArrayList<>();
        add(parts, added, "new");
        add(parts, changed, "changed");
        add(parts, moved, "moved");
        add(parts, back, "back");
        add(parts, gone, "gone");
        add(parts, growing, "still being written");
        return (files == 1 ? "1 book" : files + " books") + " found; "
                + (parts.isEmpty() ? "nothing has changed" : String.join(", ", parts));
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }
}
