package netreader.shell.internal;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where the socket lies. The operating system takes no path of more than about a hundred bytes; a longer one is
 * replaced by one in a private temporary folder, whose path is left in a file beside the wanted one.
 *
 * @param socket where the socket is bound
 * @param address the file that says so, if that is not where it was wanted
 */
record SocketPlace(Path socket, Optional<Path> address) {
    /** sun_path is 104 bytes on macOS, 108 on Linux, with the final zero. */
    private static final int LONGEST = 100;

    /** @param wanted in a folder that this process alone uses, so that a socket that is there has lost its server */
    static SocketPlace prepare(Path wanted) throws IOException {
        Path address = wanted.resolveSibling("shell.address");
        Files.deleteIfExists(wanted);
        Files.deleteIfExists(address);
        if (wanted.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return new SocketPlace(wanted, Optional.empty());
        }
        // Such a folder has the mode 0700.
        Path socket = Files.createTempDirectory("netreader-shell").resolve("shell.sock");
        Files.writeString(address, socket.toString());
        return new SocketPlace(socket, Optional.of(address));
    }

    ServerSocketChannel open() throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(socket));
            if (socket.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            }
            return listener;
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    void clear() throws IOException {
        Files.deleteIfExists(socket);
        if (address.isPresent()) {
            Files.deleteIfExists(address.get());
            Files.deleteIfExists(socket.getParent());
        }
    }
}
