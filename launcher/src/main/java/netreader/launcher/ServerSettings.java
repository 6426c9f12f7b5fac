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
    private static final int DEFAULT_PORT = 8998;

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
                : number(configurations, Configurations.TRANSPORT, "port", 0, 65_535, DEFAULT_PORT);
        // Checked here, where a wrong one is a sentence; where they are used it would be a stack trace.
        number(configurations, Configurations.CATALOGUE, "rescanInMillis", 1, 3_600_000, 1);
        number(configurations, Configurations.CATALOGUE, "inspectionTimeoutInSeconds", 1, 3600, 1);
        number(configurations, Configurations.CATALOGUE, "coverTimeoutInSeconds", 1, 3600, 1);
        number(configurations, Configurations.CATALOGUE, "inspectionMemoryInMegabytes", 32, 65_536, 32);
        return new ServerSettings(
                DataFolder.of(server.data()).server(), library, host, port, Worker.command(installation));
    }

    private static int number(
            Configurations configurations, String pid, String key, int least, int most, int unconfigured)
            throws LaunchException {
        Optional<String> configured = configurations.get(pid, key);
        if (configured.isEmpty()) {
            return unconfigured;
        }
        String digits = configured.get();
        boolean number = digits.matches("\\d{1,9}");
        if (!number || Integer.parseInt(digits) < least || Integer.parseInt(digits) > most) {
            throw new LaunchException(
                    "LOCAL_IO",
                    "conf/" + pid + ".cfg: " + key + " is \"" + digits + "\", not a number from " + least + " to "
                            + most);
        }
        return Integer.parseInt(digits);
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
