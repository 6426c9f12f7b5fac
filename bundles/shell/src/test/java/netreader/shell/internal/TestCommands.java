package netreader.shell.internal;

import java.util.List;

/** Commands as a bundle would offer them; public, because Gogo calls them by reflection. */
public final class TestCommands {
    /** Prints. */
    public void greet(String name) {
        System.out.println("你好 " + name);
    }

    /** Returns. */
    public List<String> names() {
        return List.of("a", "b");
    }

    /** Fails. */
    public void refuse(String what) {
        if (!what.isEmpty()) {
            throw new IllegalStateException("There is no " + what + ",\n  try again");
        }
    }
}
