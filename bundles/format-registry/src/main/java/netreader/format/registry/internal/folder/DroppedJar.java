package netreader.format.registry.internal.folder;

import java.nio.file.Path;
import java.util.Optional;
import netreader.format.registry.internal.folder.JarContents.Unusable;
import netreader.format.registry.internal.folder.JarContents.WholeBundle;

/** A file of the folder: what is in it, and what runs of it. One thread. */
final class DroppedJar {
    /** A file to which nobody has written for so long when it is first seen is taken for whole at once. */
    private static final long SETTLED_MS = 2000;

    private final Path file;
    private Stamp stamp;
    private Stamp judged;
    private JarContents contents = new Unusable(JarState.COPYING, "is still being copied");
    private Optional<RunningJar> current = Optional.empty();
    private Optional<RunningJar> previous = Optional.empty();

    DroppedJar(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Looks at the file. What is being written is not judged before it has looked the same twice. */
    void look(Stamp now) {
        boolean first = stamp == null;
        boolean settled = first ? now.older(SETTLED_MS) : now.equals(stamp);
        stamp = now;
        boolean unknown = !now.equals(judged) || mayComplete();
        if (!now.present() || now.folder() || (settled && unknown)) {
            contents = JarReader.read(file, now, !first);
            judged = now;
        }
    }

    private boolean mayComplete() {
        return contents instanceof Unusable unusable && unusable.state() == JarState.COPYING;
    }

    /** Whether the file is still what was judged. */
    boolean unchanged() {
        return Stamp.of(file).equals(judged);
    }

    JarContents contents() {
        return contents;
    }

    Optional<WholeBundle> bundle() {
        return contents.bundle();
    }

    /** What was made of the file as it is now. */
    Optional<RunningJar> current() {
        return current;
    }

    /** What was made of the file as it was before, and serves until {@link #current} does. */
    Optional<RunningJar> previous() {
        return previous;
    }

    void run(Optional<RunningJar> now, Optional<RunningJar> before) {
        current = now;
        previous = before;
    }
}
