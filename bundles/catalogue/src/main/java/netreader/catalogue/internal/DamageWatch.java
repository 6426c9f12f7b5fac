package netreader.catalogue.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.internal.store.Database;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * Stops and starts the catalogue's bundle when one of its databases turns out to be damaged: what uses the catalogue goes with
 * it and comes back, readers connect again, and meet a new catalogue.
 */
record DamageWatch(BundleContext context, List<Database> databases) {
    private static final Logger LOG = System.getLogger(DamageWatch.class.getName());

    /** From now on the bundle is started again when somebody meets damage. */
    void begin() {
        CompletableFuture<?>[] damaged =
                databases.stream().map(Database::damaged).toArray(CompletableFuture[]::new);
        var unused =
                CompletableFuture.anyOf(damaged).thenRun(() -> new Thread(this::restart, "netreader-restart").start());
    }

    boolean hasFoundDamage() {
        return databases.stream().anyMatch(database -> database.damaged().isDone());
    }

    /**
     * Looks for damage, once, on a thread of its own.
     *
     * @param calm returns when there is time for that
     */
    void checkAfter(Runnable calm) {
        Thread check = new Thread(
                () -> {
                    calm.run();
                    check();
                },
                "netreader-integrity");
        check.setDaemon(true);
        check.start();
    }

    private void check() {
        for (Database database : databases) {
            try {
                database.check();
            } catch (CatalogueException e) {
                LOG.log(Level.DEBUG, "A file was not checked, or is damaged: {0}", e.getMessage());
            }
        }
    }

    private void restart() {
        LOG.log(Level.WARNING, "A file of the catalogue is damaged or was removed; the catalogue is opened again");
        try {
            Bundle bundle = context.getBundle();
            bundle.stop(Bundle.STOP_TRANSIENT);
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException | IllegalStateException e) {
            LOG.log(Level.ERROR, "The catalogue does not start again: {0}", e.getMessage());
        }
    }
}
