package netreader.ui.painted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import netreader.client.ShelfBook;
import netreader.format.ReadingDirection;
import netreader.ui.demo.FakeClient;
import netreader.ui.painted.layout.Arrangement;
import netreader.ui.painted.layout.Hold;
import netreader.ui.painted.layout.Zoom;
import netreader.ui.work.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenBeforeTest {
    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();
    private final ShelfBook persuasion = client.painted("Persuasion", "");

    @Test
    void aBookIsSeenAsBeforeAndANewOneAsTheLast() {
        Preferences preferences = new Preferences(data);
        SeenBefore emma = new SeenBefore(preferences, client.painted("Emma", ""), new Zoom.FitWidth());
        emma.zoom(new Zoom.FitPage());
        emma.arrangement(new Arrangement(false, true, ReadingDirection.LEFT_TO_RIGHT));
        SeenBefore before = new SeenBefore(preferences, persuasion, new Zoom.FitWidth());
        assertEquals(new Zoom.FitPage(), before.zoom());
        assertEquals(
                new Arrangement(false, true, ReadingDirection.LEFT_TO_RIGHT),
                before.arrangement(ReadingDirection.LEFT_TO_RIGHT));

        before.zoom(new Zoom.Factor(2));
        before.arrangement(new Arrangement(true, false, ReadingDirection.LEFT_TO_RIGHT));
        assertEquals(new Zoom.FitPage(), emma.zoom());
        assertEquals(
                new Arrangement(false, true, ReadingDirection.LEFT_TO_RIGHT),
                emma.arrangement(ReadingDirection.LEFT_TO_RIGHT));
    }

    @Test
    void pagesAreTurnedInTheirOwnBookOnly() {
        Preferences preferences = new Preferences(data);
        new SeenBefore(preferences, persuasion, new Zoom.FitWidth()).quarters(3);
        preferences.save();
        Preferences later = new Preferences(data);
        assertEquals(3, new SeenBefore(later, persuasion, new Zoom.FitWidth()).quarters());
        assertEquals(0, new SeenBefore(later, client.painted("Emma", ""), new Zoom.FitWidth()).quarters());
    }

    @Test
    void thePlaceHoldsForThePageOnWhichTheBookWasLeft() {
        SeenBefore before = new SeenBefore(new Preferences(data), persuasion, new Zoom.FitWidth());
        assertEquals(Optional.empty(), before.left(0, 32));
        before.leave(8, new Hold(7, -0.02, 0.75));
        assertEquals(Optional.of(new Hold(7, -0.02, 0.75)), before.left(8, 32));
        assertEquals(Optional.empty(), before.left(9, 32), "it was read elsewhere since");
        assertEquals(Optional.empty(), before.left(8, 7), "it has fewer pages now");
    }

    @Test
    void booksThatWereReadLongAgoAreForgotten() {
        Preferences preferences = new Preferences(data);
        SeenBefore before = new SeenBefore(preferences, persuasion, new Zoom.FitWidth());
        before.quarters(1);
        for (int i = 0; i < 300; i++) {
            new SeenBefore(preferences, client.painted("Book " + i, ""), new Zoom.FitWidth()).quarters(2);
        }
        assertEquals(0, before.quarters());
        assertEquals(2, new SeenBefore(preferences, client.painted("Book 299", ""), new Zoom.FitWidth()).quarters());
        assertFalse(preferences.text("rememberedBooks", "").startsWith(" "));
        assertTrue(preferences.text("rememberedBooks", "").length() < 10_000);
    }

    @Test
    void whatSomebodyHasWrittenIntoTheFileDoesNoHarm() {
        Preferences preferences = new Preferences(data);
        SeenBefore before = new SeenBefore(preferences, persuasion, new Zoom.FitWidth());
        before.quarters(7);
        before.leave(1, new Hold(1, Double.NaN, 1e300));
        assertEquals(0, before.quarters());
        assertEquals(Optional.empty(), before.left(1, 32));
    }
}
