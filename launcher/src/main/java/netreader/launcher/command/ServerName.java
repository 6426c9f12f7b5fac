package netreader.launcher.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code HOST}, {@code HOST:PORT}, {@code IPv6}, {@code [IPv6]} or {@code [IPv6]:PORT}. */
final class ServerName {
    private static final Pattern BARE_IPV6 = Pattern.compile("[0-9A-Fa-f.:]*:[0-9A-Fa-f.:]*:[0-9A-Fa-f.:%\\w]*");
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[[^\\]\\s]+\\]|[^\\[\\]:\\s]+)(?::(\\d{1,5}))?");

    private ServerName() {}

    /** Returns its argument. What the name stands for is the client's to find out. */
    static Optional<String> check(Optional<String> server) throws UsageException {
        if (server.isEmpty() || BARE_IPV6.matcher(server.get()).matches()) {
            return server;
        }
        Matcher named = WITH_PORT.matcher(server.get());
        if (!named.matches()) {
            throw new UsageException("\"" + server.get() + "\" is not a server address such as 192.168.1.5:8998");
        }
        if (named.group(1) != null) {
            Ranges.check("A server's port", Integer.parseInt(named.group(1)), 1, 65_535);
        }
        return server;
    }
}
