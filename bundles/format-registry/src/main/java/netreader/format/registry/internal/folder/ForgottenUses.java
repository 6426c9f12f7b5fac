package netreader.format.registry.internal.folder;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;

/**
 * Sees to it that nothing of a removed bundle stays in memory. SCR asks Configuration Admin in the name of each bundle that
 * has a component, and Felix (7.0.5) forgets that a service was used only if it was given back by way of its
 * {@link ServiceObjects}: else the bundle, and with it the list of what is in its jar, stays as long as the service does.
 */
final class ForgottenUses {
    private static final String CONFIGURATION_ADMIN = "org.osgi.service.cm.ConfigurationAdmin";

    private ForgottenUses() {}

    /** To be called while the bundle still runs; of one that does not run there is nothing to forget. */
    static void forget(Bundle bundle) {
        BundleContext context = bundle.getBundleContext();
        ServiceReference<?> used = context == null ? null : context.getServiceReference(CONFIGURATION_ADMIN);
        if (used != null) {
            useOnce(context, used);
        }
    }

    private static <S> void useOnce(BundleContext context, ServiceReference<S> used) {
        ServiceObjects<S> objects = context.getServiceObjects(used);
        S service = objects == null ? null : objects.getService();
        if (service != null) {
            objects.ungetService(service);
        }
    }
}
