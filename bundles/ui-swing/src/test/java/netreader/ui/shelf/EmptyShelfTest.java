package netreader.ui.shelf;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.Optional;
import netreader.client.ClientException;
import netreader.client.Connectivity;
import netreader.client.ServerAddress;
import netreader.ui.demo.FakeClient;
import netreader.ui.demo.FakeFormats;
import netreader.ui.text.Messages;
import netreader.ui.work.Background;
import netreader.ui.work.Preferences;
import netreader.ui.work.Transfers;
import netreader.ui.work.UiContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shelf without books says. */
class EmptyShelfTest {
    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();
    private final Messages text = new Messages("en");
    private final Background background = new Background();

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void whoWasToldOfNoServerHearsWhatToDo() throws Exception {
        String said = said("127.0.0.1", "UNREACHABLE");
        assertTrue(said.contains(text.get("empty.none.sentence")), said);
    }

    @Test
    void whatElseIsWrongOnThisComputerIsNotPassedOver() throws Exception {
        String said = said("127.0.0.1", "BAD_FRAME");
        assertTrue(said.contains(text.get("error.BAD_FRAME")), said);
    }

    @Test
    void thatAServerIsAwayIsSaidOnce() throws Exception {
        String said = said("192.168.1.5", "UNREACHABLE");
        assertTrue(said.contains(text.get("empty.away", "192.168.1.5:8998")), said);
        assertFalse(said.contains(text.get("error.UNREACHABLE")), said);
    }

    private String said(String host, String problem) throws Exception {
        client.server(new ServerAddress(host, ServerAddress.DEFAULT_PORT));
        UiContext context =
                new UiContext(client, new FakeFormats(), text, background, new Transfers(), new Preferences(data));
        String[] said = new String[1];
        EventQueue.invokeAndWait(() -> {
            EmptyShelf shelf = new EmptyShelf(context);
            shelf.explain(
                    new Connectivity(
                            Connectivity.State.WAITING, Optional.of(new ClientException(problem, "for the test"))),
                    new ShelfChoice("", "", ShelfOrder.TITLE));
            said[0] = shelf.getAccessibleContext().getAccessibleName();
        });
        return said[0];
    }
}
