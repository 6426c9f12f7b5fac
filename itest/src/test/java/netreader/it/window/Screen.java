package netreader.it.window;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/**
 * The windows of this process, as somebody sees them who knows nothing of their classes: components by their names, keys
 * that go to whoever has the focus. Any thread but the event thread.
 */
public final class Screen {
    /** Shorter where somebody waits for what fails. */
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("netreader.patience", 60));

    private Screen() {}

    /** What the call answers on the event thread. */
    public static <T> T see(Callable<T> look) {
        FutureTask<T> task = new FutureTask<>(look);
        try {
            EventQueue.invokeAndWait(task);
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (InvocationTargetException | ExecutionException e) {
            throw new AssertionError("The window cannot be looked at", e.getCause());
        }
    }

    public static void act(Runnable work) {
        var unused = see(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until it holds, as seen on the event thread. */
    public static void await(String what, Callable<Boolean> condition) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!see(condition)) {
            if (System.nanoTime() > limit) {
                throw new AssertionError(
                        "Not within " + PATIENCE.toSeconds() + " s: " + what + "; to be seen: " + see(Screen::words));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(15);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The reader's main window. Event thread. */
    public static Optional<JFrame> frame() {
        return Stream.of(Frame.getFrames())
                .filter(frame -> frame.isShowing() && frame instanceof JFrame)
                .map(JFrame.class::cast)
                .findFirst();
    }

    /** Windows that are on the screen. Event thread. */
    public static List<Window> windows() {
        return Stream.of(Window.getWindows()).filter(Window::isShowing).toList();
    }

    /** Everything of the kind that is on the screen, in all windows. Event thread. */
    public static <T extends Component> Stream<T> all(Class<T> kind) {
        return windows().stream()
                .flatMap(window -> all(window))
                .filter(Component::isShowing)
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct();
    }

    /** The component and all that it holds, shown or not. Event thread. */
    public static Stream<Component> all(Component component) {
        return component instanceof Container container
                ? Stream.concat(
                        Stream.of(component),
                        Stream.of(container.getComponents()).flatMap(Screen::all))
                : Stream.of(component);
    }

    /** What is on the screen and has the accessible name. Event thread. */
    public static <T extends Component> Optional<T> named(Class<T> kind, String name) {
        return all(kind)
                .filter(component ->
                        name.equals(component.getAccessibleContext().getAccessibleName()))
                .findFirst();
    }

    /** Whether something that is shown says what fits the regular expression. Event thread. */
    public static boolean says(String pattern) {
        return words().stream().anyMatch(name -> name.matches(pattern));
    }

    /** The accessible names of all that is shown. Event thread. */
    private static List<String> words() {
        return all(Component.class)
                .map(Component::getAccessibleContext)
                .filter(context -> context != null && context.getAccessibleName() != null)
                .map(context -> context.getAccessibleName().strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Presses and releases keys, each as {@link KeyStroke#getKeyStroke(String)}, for whoever has the focus then. */
    public static void press(String... strokes) {
        for (String stroke : strokes) {
            KeyStroke key = KeyStroke.getKeyStroke(stroke);
            if (key == null) {
                throw new IllegalArgumentException(stroke);
            }
            send(key.getKeyCode(), key.getModifiers() & 0x3FC0, typedBy(key));
        }
    }

    /** Types the text, letter by letter. */
    public static void type(String text) {
        text.chars().forEach(c -> send(KeyEvent.getExtendedKeyCodeForChar(c), 0, (char) c));
    }

    private static char typedBy(KeyStroke key) {
        int code = key.getKeyCode();
        boolean shortcut = (key.getModifiers() & (InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK)) != 0;
        boolean printable = code >= KeyEvent.VK_SPACE && code <= KeyEvent.VK_Z && (code < 0x21 || code > 0x28);
        if (shortcut || !printable) {
            return code == KeyEvent.VK_ENTER ? '\n' : KeyEvent.CHAR_UNDEFINED;
        }
        String letter = Character.toString((char) code);
        boolean shift = (key.getModifiers() & InputEvent.SHIFT_DOWN_MASK) != 0;
        return (shift ? letter : letter.toLowerCase(Locale.ROOT)).charAt(0);
    }

    private static void send(int code, int modifiers, char letter) {
        await("somebody has the focus", () -> focusOwner().isPresent());
        Component owner = see(() -> focusOwner().orElseThrow());
        long now = System.currentTimeMillis();
        post(new KeyEvent(owner, KeyEvent.KEY_PRESSED, now, modifiers, code, letter));
        if (letter != KeyEvent.CHAR_UNDEFINED) {
            post(new KeyEvent(owner, KeyEvent.KEY_TYPED, now, modifiers, KeyEvent.VK_UNDEFINED, letter));
        }
        post(new KeyEvent(owner, KeyEvent.KEY_RELEASED, now, modifiers, code, letter));
        act(() -> {});
    }

    public static Optional<Component> focusOwner() {
        return Optional.ofNullable(
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
    }

    /** @param clicks towards the reader, which scrolls down, if positive */
    public static void wheel(Component over, int modifiers, int clicks) {
        Point middle = see(() -> new Point(over.getWidth() / 2, over.getHeight() / 2));
        post(new MouseWheelEvent(
                over,
                MouseEvent.MOUSE_WHEEL,
                System.currentTimeMillis(),
                modifiers,
                middle.x,
                middle.y,
                0,
                false,
                MouseWheelEvent.WHEEL_UNIT_SCROLL,
                3,
                clicks));
        act(() -> {});
    }

    /** Presses and releases the first button of the mouse. */
    public static void click(Component component, Point where) {
        for (int id : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
            int mask = id == MouseEvent.MOUSE_PRESSED ? InputEvent.BUTTON1_DOWN_MASK : 0;
            post(new MouseEvent(
                    component, id, System.currentTimeMillis(), mask, where.x, where.y, 1, false, MouseEvent.BUTTON1));
        }
        act(() -> {});
    }

    private static void post(AWTEvent event) {
        Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(event);
    }

    /** The deepest component at a point of the window. Event thread. */
    public static Component at(Window window, int x, int y) {
        return SwingUtilities.getDeepestComponentAt(window, x, y);
    }
}
