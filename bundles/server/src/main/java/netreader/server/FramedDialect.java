package netreader.server;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import netreader.catalogue.Catalogue;
import netreader.protocol.ErrorCode;
import netreader.protocol.MessageCodec;
import netreader.transport.Connection;
import netreader.transport.Dialect;
import netreader.transport.Limits;
import netreader.transport.Refusal;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** NetReader's own protocol: every message is a frame, and the first byte of a frame is always 0. */
@Component(property = Constants.SERVICE_RANKING + ":Integer=100") // clients that say nothing are told in frames
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
    public void serve(Connection connection, Limits limits) throws IOException {
        try (Conversation conversation = new Conversation(connection, limits, catalogue, software, announcer)) {
            conversation.run();
        }
    }

    @Override
    public void refuse(Connection connection, Refusal why, String sentence) throws IOException {
        ErrorCode code = switch (why) {
            case BUSY -> ErrorCode.BUSY;
            case TIMEOUT -> ErrorCode.TIMEOUT;
            case STOPPING -> ErrorCode.STOPPING;
        };
        connection.write(MessageCodec.reply(0, Failures.failure(code, sentence), 0));
    }

    @Deactivate
    void stop() {
        announcer.shutdownNow();
    }
}
