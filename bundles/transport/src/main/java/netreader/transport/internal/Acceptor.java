package netreader.transport.internal;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** An address that is listened on, and the thread that takes connections there. */
final class Acceptor implements Closeable {
    private static final Logger LOG = System.getLogger(Acceptor.class.getName());
    private static final int BACKLOG = 4096;
    private static final long PAUSE_MILLIS = 100;
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final long CLOSE_MILLIS = 1000;

    private final ServerSocketChannel listening = ServerSocketChannel.open();
    private final Consumer<SocketChannel> taken;
    private final InetSocketAddress address;
    private final Thread thread = new Thread(this::acceptAll, "netreader-acceptor");
    private Optional<Instant> reported = Optional.empty();

    /**
     * @param taken starts to serve a connection and returns; an OutOfMemoryError means that there is no thread for it
     * @throws IOException with a sentence that names the address
     */
    Acceptor(String host, int port, Consumer<SocketChannel> taken) throws IOException {
        this.taken = taken;
        try {
            listening.bind(new InetSocketAddress(host, port), BACKLOG);
            address = (InetSocketAddress) listening.getLocalAddress();
        } catch (IOException | RuntimeException e) { // UnresolvedAddressException is a runtime exception
            listening.close();
            throw new IOException(sentence(host, port, e), e);
        }
        thread.setDaemon(true);
        thread.start();
        LOG.log(Level.INFO, "Listening on {0}:{1}", host, Integer.toString(address.getPort()));
    }

    private static String sentence(String host, int port, Exception e) {
        if (e instanceof UnresolvedAddressException || e instanceof UnknownHostException) {
            return "There is no host named " + host + " to listen on";
        }
        if (e instanceof BindException && String.valueOf(e.getMessage()).contains("in use")) {
            return "The address " + host + ":" + port
                    + " is in use by another program; choose another port with --port";
        }
        return "The server cannot listen on " + host + ":" + port + ": " + e.getMessage();
    }

    InetSocketAddress address() {
        return address;
    }

    private void acceptAll() {
        while (listening.isOpen()) {
            try {
                taken.accept(listening.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException | Error e) { // no descriptor or no thread is left: others will end
                report(e);
                pause();
            }
        }
    }

    /** Once in a while: at the limit, attempts that fail and that succeed take turns. */
    private void report(Throwable e) {
        Instant now = Instant.now();
        if (reported.isEmpty() || reported.get().plus(SILENCE).isBefore(now)) {
            reported = Optional.of(now);
            try {
                LOG.log(Level.ERROR, "No connection can be taken for the moment: {0}", e.getMessage());
            } catch (RuntimeException | Error unsaid) {
                // What is missing for a connection may be missing for a line in the log; taking goes on.
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The system listens on until the call that waits for a connection has returned; so this waits for it. */
    @Override
    public void close() throws IOException {
        listening.close();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
