package netreader.dialect.classic;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueException;
import netreader.transport.Connection;
import netreader.transport.Limits;

/** One connection that speaks the report's protocol. Whatever goes wrong is said, and the next request is served. */
final class Conversation implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Conversation.class.getName());
    private static final String CLOSED = "已关闭文件";

    private final Connection connection;
    private final String number;
    private final RequestReader requests;
    private final Downloads downloads;
    private final Reading reading;

    Conversation(Connection connection, Limits limits, Catalogue catalogue, BookInfoFile bookInfo) {
        this.connection = connection;
        this.number = Long.toString(connection.number()); // as a number it would be "1,000" in the log
        this.requests = new RequestReader(connection, limits);
        this.downloads = new Downloads(catalogue, bookInfo);
        this.reading = new Reading(catalogue);
    }

    void run() throws IOException {
        boolean goesOn = true;
        while (goesOn) {
            try {
                goesOn = serveNext();
            } catch (IOException e) {
                throw e; // the connection has failed
            } catch (Exception e) {
                if (!Failures.isExpected(e)) {
                    LOG.log(Level.ERROR, "A request of the connection " + number + " failed", e);
                }
                String sentence = Failures.sentence(e);
                LOG.log(Level.INFO, "connection {0} error: {1}", number, Plain.forLog(sentence));
                say(sentence);
            }
        }
    }

    /** Returns false if there is no request any more. */
    private boolean serveNext() throws IOException, RequestException, CatalogueException {
        Optional<String> text = requests.next();
        if (text.isPresent()) {
            LOG.log(Level.INFO, "connection {0} request: {1}", number, Plain.forLog(text.get()));
            answer(Request.parse(text.get()));
        }
        return text.isPresent();
    }

    private void answer(Request request) throws IOException, RequestException, CatalogueException {
        switch (request.type()) {
            case Request.DOWNLOAD -> downloads.send(request.argument(), connection);
            case Request.OPEN -> say(Integer.toString(reading.open(request.argument())));
            case Request.PAGE -> say(reading.page(request.page()));
            default -> {
                reading.close();
                say(CLOSED);
            }
        }
    }

    /** In one write: the report's client reads an answer with one call. */
    private void say(String text) throws IOException {
        connection.write(StandardCharsets.UTF_8.encode(text));
    }

    @Override
    public void close() {
        reading.close();
    }
}
