package netreader.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import netreader.ui.work.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedTabsTest {
    @TempDir
    private Path data;

    @Test
    void theyAreRememberedInTheirOrder() {
        ClosedTabs closed = new ClosedTabs();
        closed.push(7, 2);
        closed.push(-1_152_921_504_606_846_976L, 1);
        closed.push(7, 3);
        Preferences preferences = new Preferences(data);
        closed.save(preferences);
        preferences.save();

        ClosedTabs later = new ClosedTabs();
        later.restore(new Preferences(data));
        assertEquals(new ClosedTabs.Tab(7, 3), later.pop());
        assertEquals(new ClosedTabs.Tab(-1_152_921_504_606_846_976L, 1), later.pop());
        assertTrue(later.isEmpty());
    }

    @Test
    void ofAFileThatSomebodyHasEditedTheRestIsGood() {
        Preferences preferences = new Preferences(data);
        preferences.put("closedTabs", "x 3:1 99999999999999999999999:4 5: ");
        ClosedTabs closed = new ClosedTabs();
        closed.restore(preferences);
        assertEquals(3, closed.pop().book());
    }
}
