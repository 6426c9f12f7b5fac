package netreader.shell.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Listens for shells; each connection is a session of its own. A server whose socket fails serves books all the same. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "netreader.shell",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ShellConfig.class)
public final class ShellSocket {
    private static final System.Logger LOG = System.getLogger(ShellSocket.class.getName());

    private final CommandProcessor processor;
    private final Path wanted;
    private final Supplier<AutoCloseable> commands;
    private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;
    private volatile boolean closed;
    private volatile ServerSocketChannel listener;

    @Activate
    public ShellSocket(BundleContext context, @Reference CommandProcessor processor, ShellConfig config) {
        this(processor, Path.of(config.socket()), () -> new CommandTracker(context, processor));
    }

    /** @param commands makes the commands known until they are closed */
    ShellSocket(CommandProcessor processor, Path wanted, Supplier<AutoCloseable> commands) {
        this.processor = processor;
        this.wanted = wanted;
        this.commands = commands;
        // Off the starting thread: commands and the first Unix socket take 20 ms, which the books need not wait for.
        acceptor = new Thread(this::listen, "shell");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private void listen() {
        try (AutoCloseable known = commands.get()) {
            listenFor();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "The shell''s commands cannot be taken away", e);
        }
    }

    private void listenFor() {
        try {
            SocketPlace place = SocketPlace.prepare(wanted);
            try (ServerSocketChannel opened = place.open()) {
                listener = opened;
                while (!closed) {
                    serve(opened.accept());
                }
            } finally {
                place.clear();
            }
        } catch (ClosedChannelException e) {
            LOG.log(Level.DEBUG, "The shell is closed");
        } catch (IOException | UnsupportedOperationException e) {
            LOG.log(Level.WARNING, "The shell cannot be offered on " + wanted, e);
        }
    }

    private void serve(SocketChannel channel) {
        connections.add(channel);
        Thread thread = new Thread(
                () -> {
                    try (channel) {
                        new ShellConversation(processor, channel).run();
                    } catch (IOException e) {
                        LOG.log(Level.DEBUG, "A shell has gone: {0}", e.getMessage());
                    } finally {
                        connections.remove(channel);
                    }
                },
                "shell session");
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    void close() throws IOException, InterruptedException {
        closed = true;
        ServerSocketChannel open = listener;
        if (open != null) {
            open.close();
        }
        for (SocketChannel channel : connections) {
            channel.close();
        }
        acceptor.join(1_000); // it removes the socket's file
    }
}
