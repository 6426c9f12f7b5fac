package netreader.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A network between reader and server that delays, splits, swallows and cuts; what it does may change at any time. */
final class FaultyProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 8192;

    /** Before each piece, in milliseconds. */
    volatile int delay;

    /** Pieces have 1 to so many bytes. */
    volatile int largestPiece = BUFFER_BYTES;

    /** Nothing is passed on while this holds, and nothing is lost: a cable that is pulled and put back. */
    volatile boolean black;

    /** A connection is cut when so many bytes have passed on it to the reader. */
    volatile long cutToReader = Long.MAX_VALUE;

    volatile long cutToServer = Long.MAX_VALUE;

    /** Cuts are resets instead of regular ends. */
    volatile boolean reset;

    final AtomicLong bytesToReader = new AtomicLong();
    final AtomicInteger connections = new AtomicInteger();

    private final int serverPort;
    private final Random random;
    private final List<Pipe> pipes = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private ServerSocket listener;

    /** @param seed of the pieces' sizes */
    FaultyProxy(int serverPort, long seed) throws IOException {
        this.serverPort = serverPort;
        this.random = new Random(seed);
        accept(Loopback.listen(0));
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept(ServerSocket opened) {
        listener = opened;
        start("proxy-acceptor", () -> acceptAll(opened));
    }

    private void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void acceptAll(ServerSocket opened) {
        while (!opened.isClosed()) {
            Socket reader;
            try {
                reader = opened.accept();
            } catch (IOException e) {
                return;
            }
            connections.incrementAndGet();
            try {
                Pipe pipe = new Pipe(reader, new Socket(InetAddress.getLoopbackAddress(), serverPort));
                pipes.add(pipe);
                start("proxy-to-server", () -> pipe.pump(reader, pipe.server, false));
                start("proxy-to-reader", () -> pipe.pump(pipe.server, reader, true));
            } catch (IOException e) {
                resetAndClose(reader); // the server is not there
            }
        }
    }

    /** New connections are refused; those that are there stay. */
    void refuse() throws IOException, InterruptedException {
        listener.close();
        for (Thread thread : threads) {
            if (thread.getName().equals("proxy-acceptor")) {
                thread.join(); // until its last call has ended, the system may still take a connection
            }
        }
    }

    void takeAgain() throws Exception {
        accept(Loopback.listenAgain(port()));
    }

    /** What is connected now hears nothing any more, ever, and is heard by nobody. New connections work. */
    void forgetConnections() {
        pipes.forEach(pipe -> pipe.forgotten = true);
    }

    private static void resetAndClose(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // it has ended by itself
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        listener.close();
        for (Pipe pipe : pipes) {
            pipe.closed = true;
            resetAndClose(pipe.reader);
            resetAndClose(pipe.server);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private final class Pipe {
        private final Socket reader;
        private final Socket server;
        private volatile boolean forgotten;
        private volatile boolean cut;
        private volatile boolean closed;

        Pipe(Socket reader, Socket server) throws IOException {
            this.reader = reader;
            this.server = server;
            reader.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void pump(Socket from, Socket to, boolean toReader) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long passed = 0;
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                while (true) {
                    long left = (toReader ? cutToReader : cutToServer) - passed;
                    int n = in.read(buffer, 0, cut ? buffer.length : (int) Math.max(1, Math.min(left, buffer.length)));
                    hold();
                    if (n < 0) {
                        if (!cut) {
                            to.shutdownOutput();
                        }
                        return;
                    }
                    if (!forgotten && !cut) {
                        pass(buffer, n, out, toReader);
                        passed += n;
                    }
                    if (passed >= (toReader ? cutToReader : cutToServer) && !cut) {
                        cut();
                    }
                }
            } catch (IOException e) {
                if (!cut || reset) { // else the reader may still be reading what came before the cut
                    resetAndClose(from);
                    resetAndClose(to);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void hold() throws InterruptedException {
            while (black && !closed) {
                Thread.sleep(5);
            }
        }

        private void pass(byte[] bytes, int length, OutputStream out, boolean toReader)
                throws IOException, InterruptedException {
            for (int at = 0; at < length; ) {
                int piece;
                synchronized (random) {
                    piece = Math.min(length - at, 1 + random.nextInt(largestPiece));
                }
                Thread.sleep(delay);
                out.write(bytes, at, piece);
                bytesToReader.addAndGet(toReader ? piece : 0);
                at += piece;
            }
        }

        /** What comes from now on is swallowed: closing over it would be a reset. */
        private void cut() throws IOException {
            cut = true;
            if (reset) {
                resetAndClose(reader);
                resetAndClose(server);
            } else {
                reader.shutdownOutput();
                server.shutdownOutput();
            }
        }
    }
}
