package netreader.ui.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.event.ActionEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import netreader.client.Place;
import netreader.client.ShelfBook;
import netreader.client.ShelfFetch;
import netreader.format.Delivery;
import netreader.ui.demo.FakeClient;
import netreader.ui.demo.FakeFormats;
import netreader.ui.text.Messages;
import netreader.ui.work.Background;
import netreader.ui.work.Preferences;
import netreader.ui.work.Transfers;
import netreader.ui.work.UiContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shelf over a client without a server. */
class ShelfPanelTest {
    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();
    private final Background background = new Background();
    private Preferences preferences;

    @BeforeEach
    void needsADisplay() {
        assumeFalse(GraphicsEnvironment.isHeadless());
        preferences = new Preferences(data);
        client.painted("科幻/三体 第10卷", "刘慈欣");
        client.painted("科幻/三体 第2卷", "刘慈欣");
        client.painted("Persuasion", "Jane Austen");
    }

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    void theFolderThatWasChosenIsStillChosenTheNextTime() throws Exception {
        preferences.put("shelfFolder", "科幻");
        ShelfPanel panel = open();
        await(() -> titles(panel).equals(List.of("科幻/三体 第2卷", "科幻/三体 第10卷")));
    }

    @Test
    void theOrderThatWasChosenIsStillChosenTheNextTime() throws Exception {
        preferences.put("shelfOrder", "added");
        ShelfPanel panel = open();
        await(() -> titles(panel).equals(List.of("Persuasion", "科幻/三体 第2卷", "科幻/三体 第10卷")));
    }

    @Test
    void theOrderOfWhatWasReadLastIsKeptLikeTheOthers() throws Exception {
        preferences.put("shelfOrder", "read");
        client.remember(client.shelf().get(0), new Place(1, 0.5));
        ShelfPanel panel = open();
        await(() -> titles(panel).equals(List.of("科幻/三体 第10卷", "Persuasion", "科幻/三体 第2卷")));
    }

    /** As long as the reader has not read its shelf from the disk. */
    @Test
    void afterAStartTheBooksAreSeenThatWereSeenFirstBefore() throws Exception {
        ShelfPanel before = open();
        await(() -> titles(before).size() == 3);
        List<String> seen = titles(before);
        client.notRecalled(true);
        ShelfPanel panel = open();
        await(() -> titles(panel).equals(seen));
        client.add("A new one", "", "PDF", Delivery.FILE, 1, ShelfBook.Status.READY, "");
        client.notRecalled(false);
        call(() -> {
            panel.refresh();
            return true;
        });
        await(() -> titles(panel).size() == 4);
    }

    @Test
    void theFirstBooksOfAnotherFolderAreNotShown() throws Exception {
        ShelfPanel before = open();
        await(() -> titles(before).size() == 3);
        preferences.put("shelfFolder", "科幻");
        assertEquals(
                List.of(),
                new FirstBooks(preferences, client.server()).of(new ShelfChoice("", "科幻", ShelfOrder.TITLE)));
        assertEquals(
                3,
                new FirstBooks(preferences, client.server())
                        .of(new ShelfChoice("", "", ShelfOrder.TITLE))
                        .size());
    }

    /** The client's server finds words only as they are written, and so tells who was asked. */
    @Test
    void whileMostBooksAreToComeTheServerIsAskedAndThenWhatIsHere() throws Exception {
        client.fetching(Optional.of(new ShelfFetch(10, OptionalLong.of(100_000))));
        ShelfPanel panel = open();
        await(() -> titles(panel).size() == 3);
        call(() -> {
            first(panel, JTextField.class).setText("persuasion");
            return true;
        });
        await(() -> titles(panel).isEmpty());
        client.fetching(Optional.empty());
        call(() -> {
            panel.refresh();
            return true;
        });
        await(() -> titles(panel).equals(List.of("Persuasion")));
    }

    @Test
    void theListTellsOfTheBooksInTheSameOrderAndSelectsTheSameOne() throws Exception {
        preferences.put("shelfList", "true");
        client.remember(client.shelf().get(2), new Place(1, 0.5));
        ShelfPanel panel = open();
        await(() -> titles(panel).size() == 3);
        BookTable table = first(panel, BookTable.class);
        assertEquals("Persuasion", call(() -> table.getValueAt(0, 0)));
        assertEquals("Jane Austen", call(() -> table.getValueAt(0, 1)));
        assertEquals("50 %", call(() -> table.getValueAt(0, 4)));
        call(() -> {
            table.setRowSelectionInterval(1, 1);
            return true;
        });
        assertEquals("科幻/三体 第2卷", call(() -> panel.selected().orElseThrow().title()));
        call(() -> {
            panel.turnView();
            return true;
        });
        assertFalse(call(panel::isList));
        assertFalse(preferences.flag("shelfList"));
        assertEquals("科幻/三体 第2卷", call(() -> panel.selected().orElseThrow().title()));
    }

    @Test
    void theBookAfterOneThatHasGoneIsWhereTheKeysGoOn() throws Exception {
        ShelfPanel panel = open();
        await(() -> titles(panel).size() == 3);
        ShelfGrid grid = first(panel, ShelfGrid.class);
        call(() -> {
            grid.setSelectedIndex(1);
            return true;
        });
        client.remove(call(() -> panel.selected().orElseThrow()));
        call(() -> {
            panel.refresh();
            return true;
        });
        await(() -> titles(panel).size() == 2);
        assertEquals(1, call(grid::getLeadSelectionIndex));
        assertTrue(call(grid::isSelectionEmpty));
    }

    /** Also before the books are here; the key after it is the one that reads. */
    @Test
    void enterInTheFilterSelectsTheFirstBookThatIsFound() throws Exception {
        ShelfPanel panel = open();
        await(() -> titles(panel).size() == 3);
        call(() -> {
            JTextField field = first(panel, JTextField.class);
            field.setText("三体");
            field.getActionMap()
                    .get(field.getInputMap().get(KeyStroke.getKeyStroke("ENTER")))
                    .actionPerformed(new ActionEvent(field, ActionEvent.ACTION_PERFORMED, ""));
            return true;
        });
        await(() -> panel.selected()
                .filter(book -> book.title().equals("科幻/三体 第2卷"))
                .isPresent());
        assertEquals(2, call(() -> titles(panel).size()));
    }

    private ShelfPanel open() throws Exception {
        return call(() -> {
            ShelfPanel panel = new ShelfPanel(new UiContext(
                    client, new FakeFormats(), new Messages("zh_CN"), background, new Transfers(), preferences));
            panel.refresh();
            return panel;
        });
    }

    private static List<String> titles(ShelfPanel panel) {
        ShelfGrid grid = first(panel, ShelfGrid.class);
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < grid.getModel().getSize(); i++) {
            ShelfBook book = grid.getModel().getElementAt(i);
            titles.add(book.title());
        }
        return titles;
    }

    private static <T extends Component> T first(Container container, Class<T> type) {
        return all(container)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all(Container container) {
        return Stream.of(container.getComponents())
                .flatMap(part ->
                        Stream.concat(Stream.of(part), part instanceof Container inner ? all(inner) : Stream.empty()));
    }

    private static <T> T call(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        EventQueue.invokeAndWait(task);
        return task.get();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long limit = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!call(condition)) {
            assertTrue(System.nanoTime() < limit, "It did not happen within 15 s");
            Thread.sleep(20);
        }
    }
}
