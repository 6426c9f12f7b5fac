package netreader.ui.flowing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import javax.accessibility.AccessibleRole;
import javax.accessibility.AccessibleText;
import netreader.client.ClientException;
import netreader.client.FlowingReading;
import netreader.client.OpenRequest;
import netreader.client.Place;
import netreader.client.ShelfBook;
import netreader.ui.book.BookView;
import netreader.ui.book.PageScroller;
import netreader.ui.command.Command;
import netreader.ui.command.CommandTarget;
import netreader.ui.command.Commands;
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

class FlowingViewTest {
    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();
    private final Background background = new Background();
    private final List<String> told = new ArrayList<>();
    private Preferences preferences;
    private FlowingReading reading;
    private UiContext context;
    private FlowingView view;
    private TextSheet sheet;
    private PageScroller scroller;

    @BeforeEach
    void open() throws Exception {
        preferences = new Preferences(data);
        List<String> pages =
                IntStream.range(0, 6).mapToObj(FlowingViewTest::pageText).toList();
        ShelfBook book = client.flowing("论语", "", pages);
        reading = (FlowingReading) client.open(book, OpenRequest.DEFAULT);
        context =
                new UiContext(client, new FakeFormats(), new Messages("en"), background, new Transfers(), preferences);
        begin(Optional.empty());
        await(() -> view.page() == 0 && told.contains("turned 0"));
    }

    private void begin(Optional<Place> place) throws Exception {
        onEvents(() -> {
            Commands commands = new Commands(context.text(), new Nobody());
            view = new FlowingView(context, commands, reading, place, new Told());
            scroller = (PageScroller) view.keys();
            sheet = (TextSheet) scroller.getViewport().getView();
            view.content().addNotify(); // otherwise nothing is laid out
            resize(700, 400);
            view.retry();
            return view;
        });
    }

    private static String pageText(int page) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append("第" + page + "页第" + i + "段，学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？\n");
        }
        return text.toString();
    }

    @AfterEach
    void close() throws Exception {
        onEvents(() -> {
            view.close();
            return view;
        });
        background.close();
    }

    @Test
    void aNeighbourIsOnTheScreenWithinTheSameEvent() throws Exception {
        await(() -> view.isHere(1));
        assertTrue(onEvents(() -> {
            view.run(Command.NEXT_PAGE);
            return sheet.page().text().startsWith("第1页");
        }));
        onEvents(() -> {
            view.goToPage(4);
            return view;
        });
        await(() -> told.contains("turned 4"));
        await(() -> view.isHere(3));
        assertTrue(onEvents(() -> {
            view.run(Command.PREVIOUS_PAGE);
            return sheet.page().text().startsWith("第3页");
        }));
    }

    @Test
    void theSameTextStaysAtTheTopWhenTheWidthOrTheStyleChanges() throws Exception {
        onEvents(() -> {
            scroller.getVerticalScrollBar().setValue(700);
            return view;
        });
        int place = onEvents(() -> sheet.place());
        assertTrue(place > 0);
        for (int width : new int[] {400, 900, 333, 640}) {
            onEvents(() -> resize(width, 400));
            int line = onEvents(() -> sheet.block().lineOf(place));
            assertEquals(line, onEvents(this::firstLine), "at " + width);
        }
        onEvents(() -> {
            view.run(Command.ZOOM_IN);
            return view;
        });
        assertEquals(onEvents(() -> sheet.block().lineOf(place)), onEvents(this::firstLine));
        assertEquals(place, onEvents(() -> sheet.place()));
    }

    @Test
    void aTextGoesOnAtTheLineWhereItWasLeftUnlessItWasReadElsewhere() throws Exception {
        onEvents(() -> {
            view.goToPage(2);
            return view;
        });
        await(() -> told.contains("turned 2"));
        int left = onEvents(() -> {
            scroller.getVerticalScrollBar().setValue(700);
            view.remember();
            view.close();
            return sheet.place();
        });
        assertTrue(left > 0);
        long anchor = reading.page(2).anchor();
        told.clear();
        begin(Optional.of(new Place(anchor, 0.5)));
        await(() -> told.contains("turned 2"));
        assertEquals(left, onEvents(() -> sheet.place()));
        assertEquals(onEvents(() -> sheet.block().lineOf(left)), onEvents(this::firstLine));

        onEvents(() -> {
            view.goToPage(0);
            view.close();
            return view;
        });
        told.clear();
        begin(Optional.of(new Place(reading.page(3).anchor(), 0.6)));
        await(() -> told.contains("turned 3"));
        assertEquals(0, onEvents(() -> sheet.place()));
    }

    private int firstLine() {
        int top = scroller.getVerticalScrollBar().getValue();
        return sheet.block().lineAt(top - sheet.boundsOf(0, 1).y + 2);
    }

    @Test
    void goingBackLandsAtTheEndOfThePageBefore() throws Exception {
        onEvents(() -> {
            view.goToPage(2);
            return view;
        });
        await(() -> told.contains("turned 2"));
        onEvents(() -> {
            view.run(Command.LINE_UP);
            return view;
        });
        await(() -> told.contains("turned 1"));
        onEvents(() -> {
            var bar = scroller.getVerticalScrollBar();
            assertEquals(bar.getMaximum() - bar.getVisibleAmount(), bar.getValue());
            assertTrue(bar.getValue() > 0);
            return view;
        });
    }

    @Test
    void screensShowEveryLineAsAWhole() throws Exception {
        onEvents(() -> {
            int before = -1;
            while (view.page() == 0 && before != scroller.getVerticalScrollBar().getValue()) {
                before = scroller.getVerticalScrollBar().getValue();
                int bottom = before + scroller.getViewport().getHeight();
                int cut = sheet.block().lineAt(bottom - sheet.boundsOf(0, 1).y);
                scroller.move(Command.SCREEN_DOWN);
                int top = scroller.getVerticalScrollBar().getValue();
                if (view.page() == 0) {
                    assertTrue(top
                            <= sheet.boundsOf(0, 1).y
                                    + sheet.block().lines().get(cut).top()
                                    + 1);
                }
            }
            return view;
        });
        assertEquals(1, view.page());
    }

    @Test
    void theWheelTurnsThePageOnlyWithASecondMovement() throws Exception {
        onEvents(() -> {
            scroller.getVerticalScrollBar().setValue(Integer.MAX_VALUE);
            wheel(1000);
            return view;
        });
        onEvents(() -> {
            wheel(1050);
            return view;
        });
        await(() -> told.contains("turned 1"));
        onEvents(() -> {
            for (int i = 1; i < 20; i++) {
                wheel(1050 + i * 20);
            }
            return view;
        });
        assertEquals(1, onEvents(view::page));
    }

    private void wheel(long when) {
        sheet.dispatchEvent(new MouseWheelEvent(
                sheet, MouseEvent.MOUSE_WHEEL, when, 0, 10, 10, 0, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 3, 1));
    }

    @Test
    void theStyleOfAllBooksIsFollowed() throws Exception {
        onEvents(() -> {
            TextStyle.USUAL.withSize(30).withPaper(Paper.GREEN).save(preferences);
            return view;
        });
        await(() -> view.zoomText().equals("167 %"));
        onEvents(() -> {
            view.run(Command.ZOOM_RESET);
            return view;
        });
        assertEquals("100 %", onEvents(view::zoomText));
        assertEquals(Paper.GREEN, TextStyle.of(preferences).paper());
    }

    @Test
    void noPageIsTurnedByItsOldNumberWhileAnotherTextIsOnItsWay() throws Exception {
        onEvents(() -> {
            client.change(reading.book(), List.of("one", "two"));
            view.changed();
            view.run(Command.LAST_PAGE);
            return view;
        });
        await(() -> told.contains("reread"));
        assertEquals("one", onEvents(() -> sheet.page().text()));
        assertFalse(told.contains("OUT_OF_RANGE"), told::toString);
    }

    @Test
    void aChangeOfWhichSomebodyElseWasToldIsNoticedWithTheNextPage() throws Exception {
        await(() -> view.isHere(1));
        client.change(reading.book(), List.of("one", "two", "three"));
        ClientException heard = assertThrows(ClientException.class, () -> reading.page(0));
        assertEquals("CHANGED", heard.code());
        onEvents(() -> {
            view.run(Command.NEXT_PAGE);
            return view;
        });
        await(() -> told.contains("reread") && sheet.page().text().equals("one"));
    }

    @Test
    void anotherSizeOfPagesOpensTheBookAgain() throws Exception {
        onEvents(() -> {
            TextStyle.USUAL.withPageBytes(16_384).save(preferences);
            return view;
        });
        await(() -> told.contains("open again at 0"));
    }

    @Test
    void thePageIsReadOutToThoseWhoCannotSeeIt() throws Exception {
        onEvents(() -> {
            AccessibleText text = sheet.getAccessibleContext().getAccessibleText();
            assertEquals(AccessibleRole.TEXT, sheet.getAccessibleContext().getAccessibleRole());
            assertEquals(sheet.page().text().length(), text.getCharCount());
            assertEquals("第", text.getAtIndex(AccessibleText.CHARACTER, 0));
            assertEquals("0", text.getAfterIndex(AccessibleText.CHARACTER, 0));
            assertTrue(text.getAtIndex(AccessibleText.SENTENCE, 0).startsWith("第0页第0段"));
            assertEquals(0, text.getCaretPosition());
            view.run(Command.SELECT_ALL);
            assertEquals(sheet.page().text(), text.getSelectedText());
            scroller.getVerticalScrollBar().setValue(500);
            assertNotEquals(0, text.getCaretPosition());
            return view;
        });
    }

    private Component resize(int width, int height) {
        view.content().setSize(width, height);
        view.content().validate();
        return view.content();
    }

    private static <T> T onEvents(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        EventQueue.invokeAndWait(task);
        return task.get();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!onEvents(condition)) {
            assertTrue(System.nanoTime() < limit, "It did not happen within 30 s");
            Thread.sleep(10);
        }
    }

    private static final class Nobody implements CommandTarget {
        @Override
        public boolean can(Command command) {
            return false;
        }

        @Override
        public void run(Command command) {}
    }

    private final class Told implements BookView.Host {
        @Override
        public void turned(int page, int pages, long anchor) {
            told.add("turned " + page);
        }

        @Override
        public void failed(ClientException failure) {
            told.add(failure.code());
        }

        @Override
        public void recovered() {}

        @Override
        public void reread() {
            told.add("reread");
        }

        @Override
        public void openAgain(long anchor) {
            told.add("open again at " + anchor);
        }
    }
}
