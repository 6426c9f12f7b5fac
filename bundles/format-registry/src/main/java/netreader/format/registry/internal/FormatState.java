package netreader.format.registry.internal;

import java.util.Optional;
import netreader.format.registry.FormatInfo;

/**
 * A format that some bundle registers, used or not.
 *
 * @param info empty if it says too little of itself to be used at all
 * @param use what is made of it
 * @param sentence for a person, such as "serves TXT"; goes behind a name of the bundle or its file
 */
public record FormatState(Optional<FormatInfo> info, Use use, int openBooks, String sentence) {
    /** What is made of a format. */
    public enum Use {
        /** New books are opened with it. */
        SERVES,
        /** Another goes before it. */
        STANDS_BY,
        /** It is of no use. */
        REFUSED
    }

    public boolean serves() {
        return use == Use.SERVES;
    }

    public boolean usable() {
        return use != Use.REFUSED;
    }
}
