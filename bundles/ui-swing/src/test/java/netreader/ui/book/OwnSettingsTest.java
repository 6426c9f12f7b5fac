package netreader.ui.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import netreader.client.BookSetting;
import netreader.client.ShelfBook;
import netreader.format.Setting;
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

class OwnSettingsTest {
    private static final Setting SIZE = new Setting("textSize", "Text size", List.of("10", "12", "14"), "12");

    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();
    private final Background background = new Background();
    private final FakeFormats formats = new FakeFormats(SIZE);

    @AfterEach
    void end() {
        background.close();
    }

    private OwnSettings of(ShelfBook book) {
        return new OwnSettings(
                new UiContext(client, formats, new Messages("en"), background, new Transfers(), preferences()), book);
    }

    private Preferences preferences;

    private Preferences preferences() {
        if (preferences == null) {
            preferences = new Preferences(data);
        }
        return preferences;
    }

    @Test
    void theLatestChoiceCountsForBooksThatHaveNoneOfTheirOwn() {
        ShelfBook first = client.painted("First", "");
        ShelfBook second = client.painted("Second", "");
        assertEquals(Map.of(), of(first).values());
        of(first).choose(Map.of("textSize", "10"));
        of(second).choose(Map.of("textSize", "14"));
        assertEquals(Map.of("textSize", "10"), of(first).values());
        assertEquals(Map.of("textSize", "14"), of(client.painted("Third", "")).values());
        assertEquals(
                List.of(new BookSetting("textSize", "Text size", SIZE.choices(), "14", "12")),
                of(second).settings());
    }

    @Test
    void aChoiceThatTheFormatOffersNoLongerDoesNotCount() {
        ShelfBook book = client.painted("First", "");
        of(book).choose(Map.of("textSize", "huge"));
        assertEquals(Map.of(), of(book).values());
    }

    @Test
    void theSettingsOfATextOnTheServerAreTheServers() {
        ShelfBook text = client.flowing("A text", "", List.of("a page"));
        assertFalse(of(text).apply());
        assertEquals(List.of(), of(text).settings());
    }

    @Test
    void nothingIsChosenWhileTheFormatIsAway() {
        formats.install(false);
        assertEquals(List.of(), of(client.painted("First", "")).settings());
    }
}
