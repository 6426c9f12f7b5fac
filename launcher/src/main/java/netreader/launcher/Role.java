package netreader.launcher;

import java.util.ArrayList;
import java.util.List;

/** The bundles of system/ that a process runs, each list in the order of starting. */
@SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
enum Role {
    SERVER(
            List.of("transport", "catalogue", "server", "dialect-classic", "shell"),
            List.of("org.apache.felix.gogo.runtime", "org.apache.felix.gogo.command")),
    /** A server's child: no more than what inspects books. */
    WORKER(List.of("catalogue"), List.of()),
    READER(List.of("ui-swing", "transport", "client"), List.of()),
    COMMANDS(List.of("transport", "client", "cli"), List.of());

    /** Starts before what it needs: its look takes a while, and the rest starts meanwhile. */
    static final String WINDOWS = "ui-swing";

    static final String CONFIGURATION_ADMIN = "org.apache.felix.configadmin";
    static final String CONSOLE = "org.apache.felix.gogo.shell";

    private static final List<String> COMMON = List.of(
            "org.osgi.util.function",
            "org.osgi.util.promise",
            "org.osgi.service.component",
            "org.apache.felix.scr",
            "gson",
            "sqlite-jdbc",
            "format-api",
            "format-registry",
            "protocol");

    private final List<String> own;
    private final List<String> libraries;

    Role(List<String> own, List<String> libraries) {
        this.own = own;
        this.libraries = libraries;
    }

    /** Without Configuration Admin, which starts before all others. */
    static List<String> bundles(List<Role> roles) {
        List<String> all = new ArrayList<>(COMMON);
        roles.forEach(role -> all.addAll(role.libraries));
        for (Role role : roles) {
            role.own.stream().filter(name -> !all.contains(name)).forEach(all::add);
        }
        return all;
    }
}
