package netreader.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/** The formats of an installation in this process, without server and reader. */
public final class FormatsHere implements AutoCloseable {
    private static final long STOP_LIMIT_MS = 20_000;

    private final Container container;
    private final Path cache;

    private FormatsHere(Container container, Path cache) {
        this.container = container;
        this.cache = cache;
    }

    public static FormatsHere start(Path home, Path data) throws IOException {
        Installation installation = new Installation(home.toAbsolutePath().normalize());
        try {
            Configurations configurations = Configurations.read(installation.conf());
            configurations.set(Configurations.FORMATS, "lookInMillis", "50");
            Path cache = Files.createDirectories(data.resolve("framework"));
            Container container = Container.create(installation, cache, Map.of());
            container.start(Role.bundles(List.of()), configurations);
            container.watchFormats(configurations);
            return new FormatsHere(container, Files.createDirectories(data.resolve("cache")));
        } catch (LaunchException e) {
            throw new IOException(e);
        }
    }

    /** The class loader of the bundle whose format serves a file name; empty if there is none. */
    public Optional<ClassLoader> loaderFor(String fileName) throws IOException {
        Optional<?> info = (Optional<?>) call(registry(), "forFileName", fileName);
        if (info.isEmpty()) {
            return Optional.empty();
        }
        String provider = (String) call(info.get(), "provider");
        return Arrays.stream(context().getBundles())
                .filter(bundle -> provider.equals(bundle.getSymbolicName() + " " + bundle.getVersion()))
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.adapt(BundleWiring.class).getClassLoader())
                .findFirst();
    }

    /** Opens a book and reads what there is in it, as far as it is on the first page. */
    public void read(Path book) throws IOException {
        Object registry = registry();
        ClassLoader api = registry.getClass().getClassLoader();
        try {
            Class<?> source = api.loadClass("netreader.format.registry.FileSource");
            Class<?> options = api.loadClass("netreader.format.OpenOptions");
            Object bytes = source.getMethod("open", Path.class).invoke(null, book);
            Object defaults = options.getMethod("defaults", Path.class).invoke(null, cache);
            Object info = ((Optional<?>)
                            call(registry, "forFileName", book.getFileName().toString()))
                    .orElseThrow();
            Object open = method(registry, "open", 3).invoke(registry, call(info, "name"), bytes, defaults);
            Reading reading = new Reading(api);
            method(open, "read", 1).invoke(open, reading.call());
            call(open, "close");
            call(bytes, "close");
        } catch (ReflectiveOperationException e) {
            throw new IOException(e.getCause() == null ? e : e.getCause());
        }
    }

    private Object registry() {
        BundleContext context = context();
        ServiceReference<?> reference = context.getServiceReference("netreader.format.registry.FormatRegistry");
        return context.getService(reference);
    }

    private BundleContext context() {
        return container.context();
    }

    static Object call(Object target, String name, Object... arguments) throws IOException {
        try {
            return method(target, name, arguments.length).invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw new IOException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IOException(e);
        }
    }

    static Method method(Object target, String name, int parameters) {
        Method found = Arrays.stream(target.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .filter(method -> !method.isBridge())
                .findFirst()
                .orElseThrow();
        found.setAccessible(true);
        return found;
    }

    @Override
    public void close() {
        if (!container.stop(STOP_LIMIT_MS)) {
            throw new IllegalStateException("The formats do not stop");
        }
    }
}
