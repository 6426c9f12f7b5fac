package netreader.ui.guard;

import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;

/** Hears of every change of a component that is in a window, and remembers those that came on another thread. */
public final class EventThreadGuard extends RepaintManager {
    private final List<Throwable> violations = new ArrayList<>();

    /** Takes the place of the repaint manager that there is. */
    public static EventThreadGuard install() {
        EventThreadGuard guard = new EventThreadGuard();
        RepaintManager.setCurrentManager(guard);
        return guard;
    }

    @Override
    public synchronized void addInvalidComponent(JComponent component) {
        check(component);
        super.addInvalidComponent(component);
    }

    @Override
    public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
        check(component);
        super.addDirtyRegion(component, x, y, width, height);
    }

    private void check(JComponent component) {
        if (!EventQueue.isDispatchThread() && SwingUtilities.getWindowAncestor(component) != null) {
            Throwable violation = new AssertionError(component.getClass().getName() + " was changed on the thread "
                    + Thread.currentThread().getName());
            synchronized (violations) {
                violations.add(violation);
            }
        }
    }

    /**
     * Ends quietly if all was changed on the event thread. Any thread.
     *
     * @throws AssertionError with the first stack, and the others suppressed
     */
    public void verify() {
        synchronized (violations) {
            if (!violations.isEmpty()) {
                AssertionError all = new AssertionError(
                        violations.size() + " changes of Swing components off the event thread", violations.get(0));
                violations.stream().skip(1).limit(5).forEach(all::addSuppressed);
                violations.clear();
                throw all;
            }
        }
    }
}
