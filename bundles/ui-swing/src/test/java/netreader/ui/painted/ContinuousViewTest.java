package netreader.ui.painted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import netreader.client.ClientException;
import netreader.client.OpenRequest;
import netreader.client.PagePicture.Quality;
import netreader.client.PaintedReading;
import netreader.client.Place;
import netreader.client.SearchHits;
import netreader.format.Work;
import netreader.ui.book.BookView;
import netreader.ui.command.Command;
import netreader.ui.demo.DrawnPictures;
import netreader.ui.demo.FakeClient;
import netreader.ui.demo.FakeFormats;
import netreader.ui.painted.text.TextSelection;
import netreader.ui.text.Messages;
import netreader.ui.work.Background;
import netreader.ui.work.Preferences;
import netreader.ui.work.Transfers;
import netreader.ui.work.UiContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContinuousViewTest {
    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();
    private final Background background = new Background();
    private final List<String> told = new ArrayList<>();
    private PaintedReading reading;
    private DrawnPictures pictures;
    private PaintedView view;
    private Preferences preferences;

    @BeforeEach
    void open() throws Exception {
        reading = (PaintedReading) client.open(client.painted("Persuasion", ""), OpenRequest.DEFAULT);
        pictures = (DrawnPictures) reading.pictures();
        preferences = new Preferences(data);
        reopen(Optional.empty());
    }

    private void reopen(Optional<Place> place) throws Exception {
        UiContext context =
                new UiContext(client, new FakeFormats(), new Messages("en"), background, new Transfers(), preferences);
        onEvents(() -> {
            view = new PaintedView(context, reading, place, new Told());
            view.content().setSize(600, 400);
            view.retry();
            layOut();
            return view;
        });
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
    void allPagesThatAreSeenAreWantedTheMostCentralFirst() throws Exception {
        scrollTo(4, -150);
        assertEquals(List.of(4, 3), pictures.wanted());
        scrollTo(4, -330);
        assertEquals(List.of(3, 4), pictures.wanted());
    }

    @Test
    void thePageThatIsReadFollowsTheView() throws Exception {
        scrollTo(9, 0);
        assertEquals(9, page());
        assertTrue(told.contains("turned 9"));
        run(Command.SCREEN_UP);
        assertEquals(8, page());
    }

    @Test
    void pagesAreTurnedFromWhereTheReaderIsToTheirTop() throws Exception {
        scrollTo(9, 200);
        run(Command.NEXT_PAGE);
        assertEquals(10, page());
        assertEquals(10, onEvents(() -> below(10)));
        run(Command.LAST_PAGE);
        assertEquals(31, page());
        run(Command.PREVIOUS_PAGE);
        assertEquals(30, page());
        run(Command.FIRST_PAGE);
        assertEquals(0, page());
    }

    @Test
    void aBookGoesOnAtItsPlace() throws Exception {
        onEvents(() -> {
            view.close();
            return view;
        });
        reopen(Optional.of(new Place(12, 0.4)));
        assertEquals(12, page());
        assertEquals(10, onEvents(() -> below(12)));
    }

    @Test
    void aBookGoesOnWhereItsPageWasLeftUnlessItWasReadElsewhere() throws Exception {
        scrollTo(9, 200);
        leave();
        reopen(Optional.of(new Place(9, 0.3)));
        assertEquals(9, page());
        assertEquals(-200, onEvents(() -> below(9)), 1);
        leave();
        reopen(Optional.of(new Place(20, 0.6)));
        assertEquals(10, onEvents(() -> below(20)));
    }

    private void leave() throws Exception {
        onEvents(() -> {
            view.remember();
            view.close();
            return view;
        });
    }

    /** The eighth page lies on its side, which nobody knows before it is painted. */
    @Test
    void whatIsSeenStaysWhereItIsWhenAPageAboveTurnsOutToBeLower() throws Exception {
        scrollTo(8, 10);
        run(Command.ZOOM_RESET);
        int before = onEvents(() -> {
            view.goToPage(8);
            return below(8);
        });
        onEvents(() -> {
            int height = desk().pages().height();
            view.sees(List.of(7));
            return height;
        });
        await(() -> view.sizesAreKnown(7));
        assertEquals(before, onEvents(() -> below(8)));
    }

    @Test
    void theMiddleOfTheViewStaysWhenPagesBecomeLarger() throws Exception {
        scrollTo(5, 300);
        Point2D before = onEvents(this::inTheMiddle);
        run(Command.ZOOM_IN);
        Point2D after = onEvents(this::inTheMiddle);
        assertEquals(before.getX(), after.getX(), 2);
        assertEquals(before.getY(), after.getY(), 12); // a bar has come, which makes the view lower
    }

    @Test
    void aPageThatFailsSaysSoAndTheOthersAreSeen() throws Exception {
        pictures.onDemand();
        scrollTo(4, -150);
        BufferedImage awaited = onEvents(this::screen);
        pictures.come(4, Quality.FULL);
        assertTrue(different(awaited, onEvents(this::screen)));
        pictures.fail(3, "DAMAGED");
        onEvents(() -> true);
        assertFalse(told.contains("failed DAMAGED"));
        pictures.fail(3, ClientException.FORMAT_UNAVAILABLE);
        onEvents(() -> told.removeAll(List.of("recovered")));
        assertTrue(told.contains("failed FORMAT_UNAVAILABLE"));
        pictures.come(4, Quality.FULL);
        assertFalse(onEvents(() -> told.contains("recovered")), "another page is here");
        pictures.come(3, Quality.FULL);
        assertTrue(onEvents(() -> told.contains("recovered")));
    }

    @Test
    void textIsSelectedByDraggingAlsoWhenThePageIsTurnedOnItsSide() throws Exception {
        for (int quarters = 0; quarters < 4; quarters++) {
            await(() -> view.hasTextOf(0));
            drag(new Point2D.Double(73, 135), new Point2D.Double(130, 135));
            TextSelection selection = onEvents(() -> view.selection().orElseThrow());
            assertEquals(
                    "Sir Walter",
                    TextPicker.text(reading, selection, Work.UNCANCELLED).strip());
            assertTrue(onEvents(() -> view.can(Command.COPY)));
            run(Command.ROTATE_RIGHT);
        }
    }

    @Test
    void whatIsCopiedHasTheLinesOfThePage() throws Exception {
        run(Command.SELECT_ALL);
        TextSelection selection = onEvents(() -> view.selection().orElseThrow());
        String text = TextPicker.text(reading, selection, Work.UNCANCELLED);
        assertEquals(34, text.lines().count());
        assertTrue(text.startsWith("Sir Walter Elliot, of Kellynch Hall,"));
    }

    @Test
    void aLinkLeadsToItsPageAndTheWayBackIsKept() throws Exception {
        await(() -> view.hasTextOf(0));
        Point at = onEvents(() -> onDesk(0, new Point2D.Double(100, 90)));
        click(at);
        assertEquals(9, page());
        assertTrue(told.contains("leaving 0"));
    }

    @Test
    void clicksTurnNoPagesWherePagesAreScrolled() throws Exception {
        click(new Point(590, 200));
        assertEquals(0, page());
        run(Command.CONTINUOUS);
        click(new Point(590, 200));
        assertEquals(1, page());
        click(new Point(10, 200));
        assertEquals(0, page());
    }

    @Test
    void aHitIsScrolledToAndMarked() throws Exception {
        BufferedImage before = onEvents(this::screen);
        onEvents(() -> {
            view.showHit(new SearchHits.Hit(2, 2, "Kellynch"), "kellynch hall", 30);
            return view;
        });
        assertEquals(2, page());
        await(() -> view.hasTextOf(2) && below(2) < -400);
        BufferedImage marked = onEvents(this::screen);
        assertTrue(different(before, marked));
        onEvents(() -> {
            view.showNoHits();
            return view;
        });
        assertTrue(different(marked, onEvents(this::screen)));
    }

    @Test
    void twoPagesAreTurnedTogether() throws Exception {
        run(Command.TWO_PAGES);
        run(Command.NEXT_PAGE);
        assertEquals(1, page());
        run(Command.NEXT_PAGE);
        assertEquals(3, page());
        assertTrue(pictures.wanted().containsAll(List.of(3, 4)));
        run(Command.CONTINUOUS);
        run(Command.PREVIOUS_PAGE);
        assertEquals(List.of(1, 2), pictures.wanted());
    }

    @Test
    void aSecondClickOnAWordSelectsItAndTurnsNoPage() throws Exception {
        run(Command.CONTINUOUS);
        await(() -> view.hasTextOf(0));
        Point word = onDesk(0, new Point2D.Double(500, 136)); // in the right third
        onEvents(() -> {
            for (int clicks = 1; clicks <= 2; clicks++) {
                desk().dispatchEvent(mouse(MouseEvent.MOUSE_PRESSED, word, clicks));
                desk().dispatchEvent(mouse(MouseEvent.MOUSE_RELEASED, word, clicks));
            }
            return view;
        });
        assertTrue(onEvents(() -> view.selection()
                .filter(selection -> selection.unit() == TextSelection.Unit.WORD)
                .isPresent()));
        assertEquals(0, page());
        onEvents(() -> {
            view.run(Command.NEXT_PAGE);
            view.run(Command.PREVIOUS_PAGE);
            return view;
        });
        click(word); // ends what is selected
        click(word);
        await(() -> view.page() == 1);
    }

    @Test
    void atNightPagesAreDarkAndThatIsRemembered() throws Exception {
        run(Command.NIGHT);
        await(() -> brightness(screen()) < 100);
        assertTrue(preferences.flag("night"));
        run(Command.NIGHT);
        await(() -> brightness(screen()) > 200);
    }

    private static int brightness(BufferedImage image) {
        return image.getRGB(300, 30) & 0xFF;
    }

    private int page() throws Exception {
        return onEvents(view::page);
    }

    private Desk desk() {
        return view.desk();
    }

    private void run(Command command) throws Exception {
        onEvents(() -> {
            view.run(command);
            layOut();
            return view;
        });
    }

    private void scrollTo(int page, int down) throws Exception {
        onEvents(() -> {
            Rectangle bounds = desk().pages().bounds(page);
            ((javax.swing.JViewport) desk().getParent()).setViewPosition(new Point(0, bounds.y + down));
            return view;
        });
    }

    /** How far the upper edge of a page is below that of the view. */
    private int below(int page) {
        return desk().pages().bounds(page).y - desk().getVisibleRect().y;
    }

    private Point2D inTheMiddle() {
        Rectangle seen = desk().getVisibleRect();
        var spot = desk().pages().spotNear((int) seen.getCenterX(), (int) seen.getCenterY());
        return new Point2D.Double(spot.x(), spot.y());
    }

    private Point onDesk(int page, Point2D point) {
        AffineTransform to = desk().toDesk(page);
        Point2D at = to.transform(point, null);
        return new Point((int) Math.round(at.getX()), (int) Math.round(at.getY()));
    }

    private void drag(Point2D from, Point2D to) throws Exception {
        onEvents(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, onDesk(0, from));
            mouse(MouseEvent.MOUSE_DRAGGED, onDesk(0, to));
            mouse(MouseEvent.MOUSE_RELEASED, onDesk(0, to));
            return view;
        });
    }

    private void click(Point at) throws Exception {
        onEvents(() -> {
            mouse(MouseEvent.MOUSE_PRESSED, at);
            mouse(MouseEvent.MOUSE_RELEASED, at);
            return view;
        });
    }

    private void mouse(int id, Point at) {
        desk().dispatchEvent(mouse(id, at, 1));
    }

    private MouseEvent mouse(int id, Point at, int clicks) {
        int button = id == MouseEvent.MOUSE_DRAGGED ? MouseEvent.NOBUTTON : MouseEvent.BUTTON1;
        return new MouseEvent(
                desk(), id, 0, InputEvent.BUTTON1_DOWN_MASK, at.x, at.y, at.x, at.y, clicks, false, button);
    }

    private BufferedImage screen() {
        layOut();
        BufferedImage screen = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        view.content().paint(screen.getGraphics());
        return screen;
    }

    private static boolean different(BufferedImage one, BufferedImage other) {
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                if (one.getRGB(x, y) != other.getRGB(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void layOut() {
        view.content().doLayout();
        view.desk().getParent().doLayout();
    }

    private static <T> T onEvents(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        EventQueue.invokeAndWait(task);
        return task.get();
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!onEvents(condition::getAsBoolean)) {
            assertTrue(System.nanoTime() < limit, "It did not happen within 30 s");
            Thread.sleep(20);
        }
    }

    private final class Told implements BookView.Host {
        @Override
        public void turned(int page, int pages, long anchor) {
            told.add("turned " + page);
        }

        @Override
        public void failed(ClientException failure) {
            told.add("failed " + failure.code());
        }

        @Override
        public void recovered() {
            told.add("recovered");
        }

        @Override
        public void reread() {
            told.add("reread");
        }

        @Override
        public void leaving() {
            told.add("leaving " + view.page());
        }
    }
}
