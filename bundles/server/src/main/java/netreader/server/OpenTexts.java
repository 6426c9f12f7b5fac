package netreader.server;

import java.util.HashMap;
import java.util.Map;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.OpenText;
import netreader.protocol.ErrorCode;
import netreader.protocol.ProtocolException;

/** The texts that one connection has open, by handle. What it leaves open is closed with it. */
final class OpenTexts implements AutoCloseable {
    private static final int MAX_OPEN = 64;

    private final Catalogue catalogue;
    private final Map<Integer, OpenText> open = new HashMap<>();
    private int lastHandle;

    OpenTexts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    int open(long book, int pageBytes) throws CatalogueException, ProtocolException {
        if (open.size() >= MAX_OPEN) {
            throw new ProtocolException(
                    ErrorCode.TOO_MANY_OPEN, "A connection may have " + MAX_OPEN + " texts open; close one first");
        }
        open.put(++lastHandle, catalogue.openText(book, pageBytes));
        return lastHandle;
    }

    OpenText get(int handle) throws CatalogueException {
        OpenText text = open.get(handle);
        if (text == null) {
            throw new CatalogueException(Problem.NOT_FOUND, "No text is open under the handle " + handle);
        }
        return text;
    }

    void close(int handle) throws CatalogueException {
        get(handle).close();
        open.remove(handle);
    }

    @Override
    public void close() {
        open.values().forEach(OpenText::close);
        open.clear();
    }
}
