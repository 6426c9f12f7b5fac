package netreader.launcher;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import netreader.launcher.command.Request;

/**
 * Where a server listens and what it serves, from the command line, else from conf/, and checked.
 *
 * @param data the server's own folder, absolute
 * @param library absolute
 * @param worker how to start the process that inspects books
 */
record ServerSettings(Path data, Path library, String host, int port, String worker) {
    private static final String DEFAULT_HOST = "127.0.0.1";
    private static final String DEFAULT_PORT = "8998";

    static ServerSettings of(Request.Server server, Configurations configurations, Installation installation)
            throws LaunchException {
        configurations.use(Configurations.TRANSPORT).use(Configurations.CATALOGUE);
        Path library = server.library()
                .map(Path::toAbsolutePath)
                .or(() -> configurations
                        .get(Configurations.CATALOGUE, "library")
                        .filter(name -> !name.isEmpty())
                        .map(name -> installation.home().resolve(name)))
                .orElse(installation.sampleLibrary())
                .normalize();
        check(library);
        String host = server.host()
                .or(() -> configurations.get(Configurations.TRANSPORT, "host"))
                .orElse(DEFAULT_HOST);
        int port = server.port().isPresent()
                ? server.port().getAsInt()
                : port(configurations.get(Configurations.TRANSPORT, "port"));
        return new ServerSettings(
                DataFolder.of(server.data()).server(), library, host, port, Worker.command(installation));
    }

    private static int port(Optional<String> configured) throws LaunchException {
        String number = configured.orElse(DEFAULT_PORT);
        if (!number.matches("\\d{1,5}") || Integer.parseInt(number) > 65_535) {
            throw new LaunchException(
                    "LOCAL_IO", "conf/netreader.transport.cfg: \"" + number + "\" is not a port from 0 to 65535");
        }
        return Integer.parseInt(number);
    }

    private static void check(Path library) throws LaunchException {
        if (!Files.exists(library)) {
            throw new LaunchException("NOT_FOUND", "There is no library folder " + library);
        }
        if (!Files.isDirectory(library)) {
            throw new LaunchException("LOCAL_IO", "The library " + library + " is not a folder");
        }
        if (!Files.isReadable(library) || !Files.isExecutable(library)) {
            throw new LaunchException("LOCAL_IO", "The library folder " + library + " cannot be read");
        }
    }

    void configure(Configurations configurations) {
        configurations.set(Configurations.TRANSPORT, "host", host);
        configurations.set(Configurations.TRANSPORT, "port", Integer.toString(port));
        configurations.set(Configurations.CATALOGUE, "library", library.toString());
        configurations.set(Configurations.CATALOGUE, "data", data.toString());
        configurations.set(Configurations.CATALOGUE, "workerCommand", worker);
        configurations.set(
                Configurations.SHELL, "socket", data.resolve("shell.sock").toString());
    }

    /** {@code HOST:PORT}, an IPv6 address in brackets. */
    static String name(InetSocketAddress address) {
        return name(address.getHostString(), address.getPort());
    }

    /** The name under which this computer reaches a server that may listen on all its addresses. */
    static String reachable(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        return host != null && host.isAnyLocalAddress() ? name("127.0.0.1", address.getPort()) : name(address);
    }

    private static String name(String host, int port) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
