package netreader.format.registry.internal.folder;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import netreader.format.registry.internal.DroppedPlace;
import netreader.format.registry.internal.folder.JarContents.WholeBundle;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Installs, starts and removes the bundles of the folder. The framework keeps a copy of each, so that a jar may be written
 * over while its bundle runs. A bundle that does not come to an end is left to a thread of its own. One thread.
 */
final class FolderBundles {
    private static final Logger LOG = System.getLogger(FolderBundles.class.getName());

    private final BundleContext context;
    private final long patienceMs;
    private final Map<Bundle, String> failures = new HashMap<>();
    private long installed;

    /** @param patienceMs how long a bundle may take to start or to stop */
    FolderBundles(BundleContext context, long patienceMs) {
        this.context = context;
        this.patienceMs = patienceMs;
    }

    /** Empty if the file has changed meanwhile. */
    Optional<RunningJar> install(DroppedJar jar, WholeBundle contents) throws BundleException, IOException {
        String place = DroppedPlace.location(jar.name(), ++installed, contents.fingerprint());
        Bundle bundle;
        try (InputStream in = Files.newInputStream(jar.file())) {
            bundle = context.installBundle(place, in);
        }
        if (!jar.unchanged()) {
            remove(bundle);
            return Optional.empty();
        }
        return Optional.of(new RunningJar(bundle, contents));
    }

    /** Starts the bundle unless it runs, or has failed to. */
    void start(Bundle bundle) {
        if (bundle.getState() == Bundle.ACTIVE || failures.containsKey(bundle) || isFragment(bundle)) {
            return;
        }
        if (!wiring().resolveBundles(List.of(bundle))) {
            return; // what it lacks may come
        }
        Optional<Exception> failure = patiently("starts", bundle, () -> {
            bundle.start(Bundle.START_TRANSIENT);
            return true;
        });
        failure.ifPresent(e -> failures.put(bundle, Sentences.firstLine(e)));
    }

    private static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    /** Why the bundle did not start. */
    Optional<String> failure(Bundle bundle) {
        return Optional.ofNullable(failures.get(bundle));
    }

    void remove(Bundle bundle) {
        failures.remove(bundle);
        patiently("stops", bundle, () -> {
                    ForgottenUses.forget(bundle);
                    bundle.uninstall();
                    return true;
                })
                .ifPresent(e -> LOG.log(Level.WARNING, "{0} does not go: {1}", name(bundle), Sentences.firstLine(e)));
        if (!wiring().getRemovalPendingBundles().isEmpty()) {
            wiring().refreshBundles(null); // others were wired to it
        }
    }

    private FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** Runs it on another thread, as what a bundle does there may never end. */
    private Optional<Exception> patiently(String what, Bundle bundle, Callable<Boolean> step) {
        List<Exception> failure = new ArrayList<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        step.call();
                    } catch (Exception | LinkageError e) {
                        failure.add(e instanceof Exception known ? known : new BundleException(e.toString(), e));
                    }
                },
                "netreader-" + bundle.getSymbolicName() + "-" + what);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(patienceMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        if (thread.isAlive()) {
            thread.setName("netreader-" + bundle.getSymbolicName() + "-stuck");
            return Optional.of(new BundleException(
                    "it does not come to an end within " + TimeUnit.MILLISECONDS.toSeconds(patienceMs) + " s"));
        }
        return failure.stream().findFirst();
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }
}
