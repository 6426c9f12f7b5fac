package netreader.launcher;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * A reader without windows in this process: it keeps books open for as long as a test likes. Called by reflection, since
 * the classes of the client are those of a bundle. Any thread.
 */
public final class HeadlessReader implements AutoCloseable {
    private static final long STOP_LIMIT_MS = 20_000;
    private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Container container;
    private final Object client;

    /** What a reader is told instead of what it asked for. */
    public static final class Failure extends IOException {
        private static final long serialVersionUID = 1;
        private final String code;

        private Failure(String code, Throwable cause) {
            super(code + ": " + cause.getMessage(), cause);
            this.code = code;
        }

        /** As in docs/error-codes.md. */
        public String code() {
            return code;
        }
    }

    /** A book that is open, to be painted here. */
    public static final class Painted implements AutoCloseable {
        private final Object reading;
        private final Object uncancelled;

        private Painted(Object reading, Object uncancelled) {
            this.reading = reading;
            this.uncancelled = uncancelled;
        }

        public int pages() throws IOException {
            return (int) ask(reading, "pageCount");
        }

        /** @param page from 0 */
        public BufferedImage render(int page) throws IOException {
            return (BufferedImage) ask(reading, "render", page, 0.5, uncancelled);
        }

        @Override
        public void close() throws IOException {
            ask(reading, "close");
        }
    }

    private HeadlessReader(Container container, Object client) {
        this.container = container;
        this.client = client;
    }

    /**
     * @param data the reader's folder; made if need be
     * @param server {@code HOST:PORT}
     */
    public static HeadlessReader start(Path home, Path data, String server) throws IOException {
        Installation installation = new Installation(home.toAbsolutePath().normalize());
        try {
            Configurations configurations = Configurations.read(installation.conf());
            configurations
                    .set(Configurations.CLIENT, "server", server)
                    .set(Configurations.CLIENT, "reader", "reader of " + data)
                    .set(Configurations.CLIENT, "data", "")
                    .set(Configurations.CLIENT, "fetchesWholeBooks", "false")
                    .set(
                            Configurations.CLIENT,
                            "copies",
                            Files.createDirectories(data).resolve("copies").toString());
            Path cache = Files.createDirectories(data.resolve("framework"));
            Container container = Container.create(installation, cache, Map.of());
            container.start(Role.bundles(List.of(Role.COMMANDS)), configurations);
            container.watchFormats(configurations);
            return new HeadlessReader(container, client(container.context()));
        } catch (LaunchException e) {
            throw new IOException(e);
        }
    }

    private static Object client(BundleContext context) throws IOException {
        long end = System.nanoTime() + START_LIMIT_NANOS;
        while (System.nanoTime() < end) {
            ServiceReference<?> reference = context.getServiceReference("netreader.client.Client");
            if (reference != null) {
                return context.getService(reference);
            }
            Thread.onSpinWait();
        }
        throw new IOException("The reader does not start");
    }

    /** Opens the book with that name or title. */
    public Painted open(String name) throws IOException {
        List<?> books = (List<?>) ask(ask(client, "named", name), "books");
        if (books.isEmpty()) {
            throw new IOException("There is no book " + name + " on the shelf");
        }
        try {
            ClassLoader classes = books.get(0).getClass().getClassLoader();
            Object request = classes.loadClass("netreader.client.OpenRequest")
                    .getField("DEFAULT")
                    .get(null);
            Object uncancelled = classes.loadClass("netreader.format.Work")
                    .getField("UNCANCELLED")
                    .get(null);
            return new Painted(ask(client, "open", books.get(0), request), uncancelled);
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    /** Whether the reader finds a book of that name that can be read. */
    public boolean has(String name) throws IOException {
        return ((List<?>) ask(ask(client, "named", name), "books")).stream().anyMatch(HeadlessReader::isReady);
    }

    private static boolean isReady(Object book) {
        return text(book, "status").equals("READY") && text(book, "gone").equals("false");
    }

    private static String text(Object target, String name) {
        try {
            return ask(target, name).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object ask(Object target, String name, Object... arguments) throws IOException {
        try {
            return FormatsHere.method(target, name, arguments.length).invoke(target, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause.getClass().getSimpleName().equals("ClientException")) {
                throw new Failure(text(cause, "code"), cause);
            }
            throw new IOException(name + ": " + cause, cause);
        } catch (IllegalAccessException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        if (!container.stop(STOP_LIMIT_MS)) {
            throw new IllegalStateException("The reader does not stop");
        }
    }
}
