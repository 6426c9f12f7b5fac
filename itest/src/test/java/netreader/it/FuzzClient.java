package netreader.it;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import netreader.it.FuzzCase.Dialect;
import netreader.it.FuzzCase.Ending;

/** Plays cases on connections to a server. Any thread. */
final class FuzzClient {
    private static final int HANG_MILLIS = 20_000;

    private final int port;
    private final FuzzOracle oracle;

    FuzzClient(int port, FuzzOracle oracle) {
        this.port = port;
        this.oracle = oracle;
    }

    /** @throws IOException if the server does not answer in time, or ends a connection in another way than it should */
    void play(FuzzCase one) throws IOException, InterruptedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(HANG_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            boolean heard = send(one, socket, in);
            switch (one.ending()) {
                case READ_ALL -> {
                    socket.shutdownOutput();
                    readAll(one, in);
                }
                case CLOSE_AFTER_REPLIES -> {
                    if (one.dialect() == Dialect.FRAMED && heard) {
                        oracle.readReplies(in, one.expected());
                    }
                }
                case CLOSE_AT_ONCE -> {}
                case RESET_AT_ONCE -> socket.setSoLinger(true, 0);
                case NEVER_READ -> {
                    Thread.sleep(Math.floorMod(one.seed(), 30L));
                    socket.setSoLinger(true, 0);
                }
                case READ_SOME_BYTES -> {
                    for (int i = 0; i < 10 && in.available() > 0; i++) {
                        in.skipNBytes(1);
                        Thread.sleep(1);
                    }
                    socket.setSoLinger(true, 0);
                }
            }
        }
    }

    /** Returns false if the server has ended the connection before everything was said. */
    private boolean send(FuzzCase one, Socket socket, InputStream in) throws IOException {
        for (byte[] part : one.parts()) {
            try {
                socket.getOutputStream().write(part);
            } catch (SocketException e) { // its reply is read below; only who asked for the end gets it
                if (one.ending() == Ending.READ_ALL) {
                    throw e;
                }
                return false;
            }
            if (one.lockStep()) {
                oracle.readClassicAnswer(in);
            }
        }
        return true;
    }

    private void readAll(FuzzCase one, InputStream in) throws IOException {
        if (one.dialect() == Dialect.FRAMED) {
            oracle.readFrames(in, one.expected());
        } else {
            oracle.plain(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        }
    }
}
