package netreader.dialect.classic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import netreader.catalogue.Catalogue;
import netreader.transport.Connection;
import netreader.transport.Dialect;
import netreader.transport.Limits;
import netreader.transport.Refusal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The protocol of the report of 2020: a request is text that begins with its type, a digit. docs/classic-protocol.md */
@Component
public final class ClassicDialect implements Dialect {
    private final Catalogue catalogue;
    private final BookInfoFile bookInfo;

    @Activate
    public ClassicDialect(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
        this.bookInfo = new BookInfoFile(catalogue);
    }

    @Override
    public String name() {
        return "classic";
    }

    @Override
    public boolean begins(int firstByte) {
        return firstByte >= '0' && firstByte <= '3';
    }

    @Override
    public void serve(Connection connection, Limits limits) throws IOException {
        try (Conversation conversation = new Conversation(connection, limits, catalogue, bookInfo)) {
            conversation.run();
        }
    }

    @Override
    public void refuse(Connection connection, Refusal why, String sentence) throws IOException {
        if (why != Refusal.STOPPING) { // who did not ask anything would take the sentence for its next page
            connection.write(StandardCharsets.UTF_8.encode(sentence));
        }
    }

    @Deactivate
    void stop() {
        bookInfo.close();
    }
}
