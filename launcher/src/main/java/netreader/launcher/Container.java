package netreader.launcher;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.log.LoggerFactory;

/** A Felix with NetReader's bundles. Nothing of ours runs before its configuration is there. */
final class Container {
    private static final System.Logger LOG = System.getLogger(Container.class.getName());
    private final Installation installation;
    private final Framework framework;
    private final List<Bundle> ours = new ArrayList<>();

    private Container(Installation installation, Framework framework) {
        this.installation = installation;
        this.framework = framework;
    }

    /**
     * An initialised framework without bundles.
     *
     * @param cache emptied, then used for the framework's own files
     */
    static Container create(Installation installation, Path cache, Map<String, String> moreProperties)
            throws LaunchException {
        Map<String, Object> properties = new HashMap<>(properties());
        properties.putAll(moreProperties);
        properties.put(Constants.FRAMEWORK_STORAGE, cache.toString());
        properties.put("felix.log.logger", new FrameworkLog());
        Framework framework = new FrameworkFactory().newFramework(properties);
        try {
            framework.init();
        } catch (BundleException e) {
            throw new LaunchException("LOCAL_IO", "Felix cannot use the folder " + cache, e);
        }
        return new Container(installation, framework);
    }

    private static Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                "org.osgi.service.cm;version=\"1.6.1\",org.osgi.service.log;version=\"1.5\"");
        properties.put("felix.service.urlhandlers", "false");
        properties.put("felix.log.level", "2");
        properties.put("ds.loglevel", "error");
        // A jar that replaces another takes over while the other still runs, and may have the same name and version.
        properties.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        return properties;
    }

    /** The consumer hears of each service of the class from now on, on the thread that registers it. */
    <S> void whenRegistered(Class<S> type, String filter, Consumer<S> consumer) {
        BundleContext context = context();
        try {
            context.addServiceListener(
                    event -> {
                        if (event.getType() == ServiceEvent.REGISTERED) {
                            ServiceReference<?> reference = event.getServiceReference();
                            S service = type.cast(context.getService(reference));
                            if (service != null) { // gone again, or it could not be made
                                consumer.accept(service);
                            }
                        }
                    },
                    "(&(" + Constants.OBJECTCLASS + "=" + type.getName() + ")" + filter + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(filter, e);
        }
    }

    /** Installs all, pushes the configurations, then starts all in the order given. */
    void start(List<String> bundles, Configurations configurations) throws LaunchException {
        try {
            Bundle configurationAdmin = install(Role.CONFIGURATION_ADMIN);
            for (String name : bundles) {
                ours.add(install(name));
            }
            framework.start();
            framework.getBundleContext().registerService(LoggerFactory.class, ComponentLog.factory(this::isOurs), null);
            configurationAdmin.start();
            push(configurations);
            for (Bundle bundle : ours) {
                bundle.start();
            }
        } catch (BundleException e) {
            throw new LaunchException(
                    "LOCAL_IO", "A part of NetReader's installation does not start: " + e.getMessage(), e);
        }
    }

    /** Formats come and go from now on. */
    void watchFormats(Configurations configurations) throws LaunchException {
        setFolder(configurations);
        push(configurations);
    }

    /** As {@link #start}, and the formats that are there now are up when it returns; none comes or goes later. */
    void startWithFormats(List<String> bundles, Configurations configurations) throws LaunchException {
        setFolder(configurations);
        configurations.set(Configurations.FORMATS, "once", "true").set(Configurations.FORMATS, "lookInMillis", "50");
        start(bundles, configurations);
    }

    private void setFolder(Configurations configurations) {
        configurations.set(
                Configurations.FORMATS, "folder", installation.bundles().toString());
    }

    /** Loads and links every class that can be, of the windows and of everything that is no part of NetReader's own. */
    void loadClassesOfWindowsAndFormats() {
        String windows = location(installation.systemBundle(Role.WINDOWS));
        for (Bundle bundle : context().getBundles()) {
            if (bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
                    || (isOurs(bundle) && !bundle.getLocation().equals(windows))) {
                continue;
            }
            for (URL entry : Collections.list(bundle.findEntries("/", "*.class", true))) {
                String path = entry.getPath();
                try {
                    // Asking for its methods links a class, and only linked classes are archived.
                    String name = path.substring(1, path.length() - ".class".length());
                    var unused = bundle.loadClass(name.replace('/', '.')).getDeclaredMethods();
                } catch (ClassNotFoundException | LinkageError e) {
                    LOG.log(Level.DEBUG, "{0} is not for this system: {1}", path, e.getMessage());
                }
            }
        }
    }

    private boolean isOurs(Bundle bundle) {
        return ours.contains(bundle);
    }

    void push(Configurations configurations) throws LaunchException {
        BundleContext context = context();
        ServiceReference<ConfigurationAdmin> reference = context.getServiceReference(ConfigurationAdmin.class);
        ConfigurationAdmin admin = context.getService(reference);
        for (Map.Entry<String, Map<String, String>> entry :
                configurations.pushed().entrySet()) {
            try {
                admin.getConfiguration(entry.getKey(), "?")
                        .updateIfDifferent(FrameworkUtil.asDictionary(entry.getValue()));
            } catch (IOException e) {
                throw new LaunchException("LOCAL_IO", "The configuration " + entry.getKey() + " cannot be stored", e);
            }
        }
        context.ungetService(reference);
    }

    private Bundle install(String name) throws BundleException {
        Path jar = installation.systemBundle(name);
        if (!Files.exists(jar)) {
            throw new BundleException(jar + " is missing");
        }
        // By reference: the jar is not copied into the cache.
        return context().installBundle(location(jar));
    }

    private static String location(Path jar) {
        return "reference:" + jar.toUri();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Blocks until the framework has stopped, by whatever cause. */
    void awaitStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    /**
     * Stops the bundles in order. Any thread; safe to call twice.
     *
     * @return whether they stopped in time
     */
    boolean stop(long limitInMs) {
        try {
            framework.stop();
            return framework.waitForStop(limitInMs).getType() != FrameworkEvent.WAIT_TIMEDOUT;
        } catch (BundleException e) {
            LOG.log(Level.WARNING, "Felix does not stop", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
