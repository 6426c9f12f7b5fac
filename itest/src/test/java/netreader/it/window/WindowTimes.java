package netreader.it.window;

import static netreader.it.window.Screen.act;
import static netreader.it.window.Screen.await;
import static netreader.it.window.Screen.focusOwner;
import static netreader.it.window.Screen.press;
import static netreader.it.window.Screen.see;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.RepaintManager;

/**
 * How long a person waits for a window: {@code WindowTimes turns|shelf|start HOST:PORT FOLDER [COUNT|BEGAN]}. See
 * benchmarks/windows.
 */
public final class WindowTimes {
    private static final long BETWEEN_TURNS_MS = 700;

    private WindowTimes() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("start")) {
            start(arguments);
        }
        int count = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 60;
        try (ReadingWindow window = ReadingWindow.open(Path.of(arguments[2]), arguments[1])) {
            if (arguments[0].equals("turns")) {
                turns(window, "The Adventures of Tom Sawyer", count);
                turns(window, "Persuasion", count);
            } else {
                shelf();
            }
        }
        System.exit(0);
    }

    /** From the command, at so many milliseconds since 1970, until the shelf can be used: it has books and takes keys. */
    private static void start(String... arguments) throws Exception {
        long began = Long.parseLong(arguments[3]);
        try (ReadingWindow window = ReadingWindow.open(Path.of(arguments[2]), arguments[1])) {
            act(() -> {});
            double opened = System.currentTimeMillis() - began;
            await("books are on the shelf", () -> ReadingWindow.shelf().isPresent());
            act(() -> {}); // they are painted
            System.out.printf(
                    Locale.ROOT,
                    "window with the focus %.0f ms, usable shelf %d ms: %s%n",
                    opened,
                    System.currentTimeMillis() - began,
                    see(() -> ReadingWindow.label(".* books")).orElse("? books"));
        }
        System.exit(0);
    }

    /** From the key to the painted page, when the reader has looked at the page before for a moment. */
    private static void turns(ReadingWindow window, String book, int count) throws InterruptedException {
        window.openBook(book);
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            Thread.sleep(BETWEEN_TURNS_MS);
            int before = see(() -> ReadingWindow.page().orElseThrow());
            millis[i] = turn(before + 1);
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%s: %d turns, key to paint, ms: p50 %.1f  p95 %.1f  max %.1f%n",
                book,
                count,
                millis[count / 2],
                millis[(int) (count * 0.95)],
                millis[count - 1]);
    }

    /** In milliseconds; the page may come within the event of the key or by later ones. */
    private static double turn(int expected) {
        CompletableFuture<Long> painted = new CompletableFuture<>();
        long start = see(() -> {
            Component page = focusOwner().orElseThrow();
            long now = System.nanoTime();
            page.dispatchEvent(new KeyEvent(
                    page,
                    KeyEvent.KEY_PRESSED,
                    System.currentTimeMillis(),
                    0,
                    KeyEvent.VK_PAGE_DOWN,
                    KeyEvent.CHAR_UNDEFINED));
            paintedWhenOn(expected, painted);
            return now;
        });
        return (painted.orTimeout(60, TimeUnit.SECONDS).join() - start) / 1e6;
    }

    /** Event thread; asks again after the events that wait now. */
    private static void paintedWhenOn(int expected, CompletableFuture<Long> painted) {
        if (ReadingWindow.page().equals(Optional.of(expected))) {
            RepaintManager manager =
                    RepaintManager.currentManager(Screen.frame().orElseThrow());
            manager.validateInvalidComponents();
            manager.paintDirtyRegions();
            Toolkit.getDefaultToolkit().sync();
            painted.complete(System.nanoTime());
        } else if (!painted.isDone()) {
            EventQueue.invokeLater(() -> paintedWhenOn(expected, painted));
        }
    }

    /** Scrolls through the whole shelf, filters and sorts it, all as fast as the window can. */
    private static void shelf() throws InterruptedException {
        await("books are on the shelf", () -> ReadingWindow.shelf().isPresent());
        await("the shelf has come", () -> ReadingWindow.label("Fetching.*").isEmpty());
        System.out.println(see(() -> ReadingWindow.label(".* books")).orElse("?"));
        EventTimes times = new EventTimes(50);
        JList<?> list = see(() -> ReadingWindow.shelf().orElseThrow());
        act(list::requestFocusInWindow);
        for (int i = 0; i < 300; i++) {
            Screen.wheel(list, 0, 5);
        }
        for (int i = 0; i < 40; i++) {
            int share = i;
            act(() -> ((JComponent) list.getParent()).scrollRectToVisible(new java.awt.Rectangle(0, 0, 1, 1)));
            act(() -> list.ensureIndexIsVisible((int) (list.getModel().getSize() * (share / 40.0))));
            Thread.sleep(50);
        }
        System.out.println("scrolling: " + times.report());
        times.clear();
        press("ctrl F");
        for (String words : new String[] {"ab", "the", "zz"}) {
            Screen.type(words);
            Thread.sleep(1500);
            press("ctrl A", "BACK_SPACE");
            Thread.sleep(1500);
        }
        System.out.println("filtering: " + times.report());
        times.close();
    }
}
