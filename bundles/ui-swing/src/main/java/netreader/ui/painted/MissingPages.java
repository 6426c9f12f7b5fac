package netreader.ui.painted;

import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/** Pages that could not be had for reasons that are not theirs, which the reader is told, and when that is over. Event thread. */
final class MissingPages {
    private final Set<Integer> missing = new HashSet<>();
    /** What is said is over as soon as the pages are here that the reader has gone to. */
    private boolean said;

    private OptionalInt gaveUp = OptionalInt.empty();

    /**
     * All of them are asked for again.
     *
     * @param again whether that is not for the first time
     * @return the page that the reader had wanted to go to
     */
    OptionalInt retry(boolean again) {
        said = again;
        missing.clear();
        return gaveUp;
    }

    /** The reader goes on to another page. */
    void goesOn() {
        gaveUp = OptionalInt.empty();
        said = true;
    }

    /** Of others nobody needs to be told. */
    void areSeen(Collection<Integer> pages) {
        missing.retainAll(pages);
    }

    void isHere(int page) {
        missing.remove(page);
    }

    void failed(int page) {
        said = true;
        missing.add(page);
    }

    /** The page was gone to and cannot be had; the old one stays. */
    void gaveUp(int page) {
        said = true;
        gaveUp = OptionalInt.of(page);
    }

    /** Whether what was said is over now; says so once. */
    boolean isOver() {
        boolean over = said && gaveUp.isEmpty() && missing.isEmpty();
        said &= !over;
        return over;
    }
}
