package netreader.format.registry.internal.folder;

import java.util.Optional;
import org.osgi.framework.Version;

/** What is in a file of the folder. */
sealed interface JarContents {
    /**
     * A whole jar with a bundle.
     *
     * @param singleton whether the framework runs only one bundle of that name at a time
     * @param fingerprint equal for jars with the same entries
     */
    record WholeBundle(String name, Version version, boolean singleton, long fingerprint) implements JarContents {
        boolean sameBundle(WholeBundle other) {
            return name.equals(other.name) && version.equals(other.version);
        }
    }

    /**
     * Something else, at least as yet.
     *
     * @param state COPYING if it may become a jar by itself
     * @param sentence for a person, without the file's name: "x.jar " goes before it
     */
    record Unusable(JarState state, String sentence) implements JarContents {}

    default Optional<WholeBundle> bundle() {
        return this instanceof WholeBundle bundle ? Optional.of(bundle) : Optional.empty();
    }
}
