package netreader.server;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import netreader.catalogue.Catalogue;
import netreader.transport.Connection;
import netreader.transport.Dialect;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** NetReader's own protocol: every message is a frame, and the first byte of a frame is always 0. */
@Component
public final class FramedDialect implements Dialect {
    private final Catalogue catalogue;
    private final String software;
    /** Tells the readers that the shelf has changed: neither the catalogue nor a request waits for a slow one. */
    private final ExecutorService announcer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "netreader-announcer");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public FramedDialect(BundleContext context, @Reference Catalogue catalogue) {
        this(catalogue, "NetReader " + context.getBundle().getVersion());
    }

    FramedDialect(Catalogue catalogue, String software) {
        this.catalogue = catalogue;
        this.software = software;
    }

    @Override
    public String name() {
        return "framed";
    }

    @Override
    public boolean begins(int firstByte) {
        return firstByte == 0;
    }

    @Override
    public void serve(Connection connection) throws IOException {
        try (Conversation conversation = new Conversation(connection, catalogue, software, announcer)) {
            conversation.run();
        }
    }

    @Deactivate
    void stop() {
        announcer.shutdownNow();
    }
}
