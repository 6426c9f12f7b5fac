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

    /** @param sentence goes behind the name of the bundle */
    static FormatState refused(String sentence) {
        return new FormatState(Optional.empty(), Use.REFUSED, 0, sentence);
    }

    /** @param first of the formats of the same name */
    static FormatState of(InstalledFormat format, InstalledFormat first) {
        String name = format.info().name();
        Use use = Use.STANDS_BY;
        String sentence = "stands by for " + name + ", which " + first.info().provider() + " serves";
        if (format.putAside()) {
            use = Use.REFUSED;
            sentence = "brings " + name + ", which is put aside, as it does not come to an end with "
                    + FormatCalls.MOST_BOOKS + " books; replace the jar";
        } else if (first == format) {
            use = Use.SERVES;
            sentence = "serves " + name;
        }
        return new FormatState(Optional.of(format.info()), use, format.openBooks(), sentence);
    }

    public boolean serves() {
        return use == Use.SERVES;
    }

    public boolean usable() {
        return use != Use.REFUSED;
    }
}
