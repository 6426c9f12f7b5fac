package netreader.client.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Where the tests' own servers listen. */
final class Loopback {
    private Loopback() {}

    /** @param port 0 for a free one */
    static ServerSocket listen(int port) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return listener;
    }

    /** Takes a port that was just left; a connection of before may still be ending. */
    static ServerSocket listenAgain(int port) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return listen(port);
            } catch (BindException e) {
                Thread.sleep(20);
            }
        }
        throw new IOException("The port " + port + " stays taken");
    }
}
