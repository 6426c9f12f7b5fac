package netreader.ui.guard;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.RepaintManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventThreadGuardTest {
    private final JLabel label = new JLabel("before");
    private final RepaintManager guardOfThisTest = RepaintManager.currentManager(label);
    private JFrame frame;
    private EventThreadGuard guard;

    @BeforeEach
    void show() throws Exception {
        assumeFalse(GraphicsEnvironment.isHeadless());
        guard = EventThreadGuard.install();
        EventQueue.invokeAndWait(() -> {
            frame = new JFrame();
            frame.add(label);
            frame.pack();
        });
    }

    @AfterEach
    void dispose() throws Exception {
        if (frame != null) {
            EventQueue.invokeAndWait(frame::dispose);
            RepaintManager.setCurrentManager(guardOfThisTest);
        }
    }

    @Test
    void aChangeOnAnotherThreadIsToldOnce() {
        label.setText("after");
        assertThrows(AssertionError.class, guard::verify);
        assertDoesNotThrow(guard::verify);
    }

    @Test
    void aChangeOnTheEventThreadIsNone() throws Exception {
        EventQueue.invokeAndWait(() -> label.setText("after"));
        assertDoesNotThrow(guard::verify);
    }

    @Test
    void whatIsInNoWindowMayBeBuiltAnywhere() {
        new JLabel("a").setText("b");
        assertDoesNotThrow(guard::verify);
    }
}
