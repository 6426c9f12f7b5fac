package netreader.ui.guard;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Fails every test of the windows that changes a component off the event thread; registered for all of them. */
public final class GuardsEventThread implements BeforeEachCallback, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(GuardsEventThread.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(NAMESPACE).put(context.getUniqueId(), EventThreadGuard.install());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        context.getStore(NAMESPACE)
                .get(context.getUniqueId(), EventThreadGuard.class)
                .verify();
    }
}
