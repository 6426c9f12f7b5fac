package netreader.format.registry.internal.folder;

import netreader.format.registry.internal.folder.JarContents.WholeBundle;
import org.osgi.framework.Bundle;

/** A bundle that was installed from the folder. */
record RunningJar(Bundle bundle, WholeBundle contents) {
    /** For people. */
    String name() {
        return contents.name() + " " + contents.version();
    }

    boolean singleton() {
        return contents.singleton();
    }

    boolean is(WholeBundle other) {
        return contents.equals(other);
    }
}
