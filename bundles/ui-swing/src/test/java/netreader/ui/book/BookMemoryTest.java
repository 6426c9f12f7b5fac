package netreader.ui.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import netreader.ui.demo.FakeClient;
import netreader.ui.work.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookMemoryTest {
    @TempDir
    private Path data;

    private final FakeClient client = new FakeClient();

    /** Whoever saves after each change would save for ever. */
    @Test
    void booksThatAreAsTheyWereChangeNothingBetweenThem() {
        Preferences preferences = new Preferences(data);
        BookMemory persuasion = new BookMemory(preferences, client.painted("Persuasion", ""));
        BookMemory emma = new BookMemory(preferences, client.painted("Emma", ""));
        persuasion.put("here", "4");
        emma.put("here", "7");
        AtomicInteger changes = new AtomicInteger();
        preferences.listen(changes::incrementAndGet);
        persuasion.put("here", "4");
        emma.put("here", "7");
        assertEquals(0, changes.get());
        assertEquals("4", persuasion.text("here", ""));
    }
}
