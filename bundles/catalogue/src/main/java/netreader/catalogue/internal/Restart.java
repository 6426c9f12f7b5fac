package netreader.catalogue.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import netreader.catalogue.CatalogueException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * Stops and starts the catalogue's bundle when its database turns out to be damaged: what uses the catalogue goes with
 * it and comes back, readers connect again, and meet a new catalogue.
 */
record Restart(BundleContext context, Database database) {
    private static final Logger LOG = System.getLogger(Restart.class.getName());

    /**
     * From now on, and looks for damage once.
     *
     * @param calm returns when there is time for that
     */
    void watch(Runnable calm) {
        var unused = database.damaged().thenRun(() -> new Thread(this::restart, "netreader-restart").start());
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
        try {
            database.check();
        } catch (CatalogueException e) {
            LOG.log(Level.DEBUG, "The catalogue was not checked, or is damaged: {0}", e.getMessage());
        }
    }

    private void restart() {
        LOG.log(Level.WARNING, "The catalogue is damaged; it is set aside and made anew");
        try {
            Bundle bundle = context.getBundle();
            bundle.stop(Bundle.STOP_TRANSIENT);
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException | IllegalStateException e) {
            LOG.log(Level.ERROR, "The catalogue does not start again: {0}", e.getMessage());
        }
    }
}
