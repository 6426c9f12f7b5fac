package netreader.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasSavedIsThereTheNextTime() {
        Preferences preferences = new Preferences(folder);
        preferences.put("tabs", "3 1 2");
        preferences.save();
        assertEquals("3 1 2", new Preferences(folder).text("tabs", ""));
    }

    @Test
    void aValueThatStaysTheSameIsNoChange() {
        Preferences preferences = new Preferences(folder);
        AtomicInteger changes = new AtomicInteger();
        preferences.put("x", 1);
        preferences.listen(changes::incrementAndGet);
        preferences.put("x", 1);
        assertEquals(0, changes.get());
        preferences.put("x", 2);
        assertEquals(1, changes.get());
    }

    @Test
    void nothingIsWrittenWhenNothingHasChanged() throws Exception {
        Preferences preferences = new Preferences(folder);
        preferences.put("x", 1);
        preferences.save();
        Files.delete(folder.resolve("window.properties"));
        preferences.save();
        assertFalse(Files.exists(folder.resolve("window.properties")));
    }
}
