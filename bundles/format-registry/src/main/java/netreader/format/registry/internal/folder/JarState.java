package netreader.format.registry.internal.folder;

import java.util.Locale;

/** What has become of a file of the folder. */
public enum JarState {
    /** It brings at least one format that is used. */
    SERVES,
    /** It is fine, and another is used instead. */
    STANDS_BY,
    /** A bundle without a format. */
    NO_FORMAT,
    /** Not whole yet. */
    COPYING,
    /** A bundle that lacks something which may yet come. */
    WAITS,
    /** No bundle, or not one for this NetReader. */
    REFUSED,
    /** A bundle whose own code failed. */
    FAILED;

    /** Whether somebody who put the file there must do something about it. */
    boolean isTrouble() {
        return this == WAITS || this == REFUSED || this == FAILED;
    }

    /** For people and programs, such as {@code stands-by}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
