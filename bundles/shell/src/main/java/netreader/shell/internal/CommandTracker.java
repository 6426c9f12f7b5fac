package netreader.shell.internal;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import netreader.shell.Commands;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** Gives Gogo the commands of the bundles, as they come and go. */
final class CommandTracker implements AutoCloseable {
    private final BundleContext context;
    private final CommandProcessor processor;
    private final Runnable own;
    private final ServiceTracker<Commands, Runnable> tracker;

    CommandTracker(BundleContext context, CommandProcessor processor) {
        this.context = context;
        this.processor = processor;
        CommandDirectory directory = new CommandDirectory(this::register, this::names);
        own = directory.open();
        tracker = new ServiceTracker<>(context, Commands.class, null) {
            @Override
            public Runnable addingService(ServiceReference<Commands> reference) {
                Commands added = context.getService(reference);
                return added == null ? null : directory.add(added);
            }

            @Override
            public void removedService(ServiceReference<Commands> reference, Runnable removal) {
                removal.run();
                context.ungetService(reference);
            }
        };
        tracker.open();
    }

    private Runnable register(String name, Function function) {
        Map<String, Object> properties =
                Map.of(CommandProcessor.COMMAND_SCOPE, CommandDirectory.SCOPE, CommandProcessor.COMMAND_FUNCTION, name);
        ServiceRegistration<Function> registration =
                context.registerService(Function.class, function, FrameworkUtil.asDictionary(properties));
        return registration::unregister;
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        try (CommandSession session = processor.createSession(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream())) {
            if (session.get(".commands") instanceof Set<?> known) {
                known.forEach(name -> names.add(name.toString()));
            }
        }
        return names;
    }

    @Override
    public void close() {
        tracker.close();
        own.run();
    }
}
