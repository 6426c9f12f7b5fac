package netreader.it.window;

import static netreader.it.window.Screen.act;
import static netreader.it.window.Screen.await;
import static netreader.it.window.Screen.press;
import static netreader.it.window.Screen.see;

import java.awt.event.InputEvent;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JScrollPane;

/** Reads as nobody would: opens, turns, zooms, searches and closes, thousands of times. Any thread but the event thread. */
public final class Soak {
    private static final List<String> BOOKS = List.of(
            "Persuasion", "Debian", "唐诗三百首", "Pride and Prejudice", "The Adventures of Tom Sawyer", "古文观止", "孟子", "论语");

    private static final List<String> KEYS = List.of(
            "PAGE_DOWN",
            "PAGE_DOWN",
            "PAGE_DOWN",
            "PAGE_UP",
            "SPACE",
            "SPACE",
            "shift SPACE",
            "DOWN",
            "UP",
            "J",
            "K",
            "END",
            "HOME",
            "ctrl EQUALS",
            "ctrl MINUS",
            "ctrl 0",
            "F",
            "W",
            "F9",
            "N",
            "P",
            "C",
            "D",
            "R",
            "shift R",
            "ctrl I");

    private final ReadingWindow window;
    private final Random random;
    private int steps;

    /** @param seed the same one does the same steps */
    public Soak(ReadingWindow window, long seed) {
        this.window = window;
        this.random = new Random(seed);
    }

    public int steps() {
        return steps;
    }

    /** Opens the next of the books, does some steps in it, and closes it. */
    public void read(int stepsInBook) {
        String title = BOOKS.get(random.nextInt(BOOKS.size()));
        window.openBook(title);
        steps++;
        for (int i = 0; i < stepsInBook; i++, steps++) {
            int what = random.nextInt(20);
            if (what == 0) {
                search();
            } else if (what == 1) {
                goToPage();
            } else if (what == 2) {
                see(ReadingWindow::viewOfBook).ifPresent(this::wheel);
            } else {
                press(KEYS.get(random.nextInt(KEYS.size())));
            }
        }
        window.awaitFocusOnBook();
        press("ctrl W");
        await("the tab is closed", () -> ReadingWindow.pane().getTabCount() == 1);
        steps++;
    }

    private void wheel(JScrollPane view) {
        int modifiers = random.nextBoolean() ? InputEvent.CTRL_DOWN_MASK : 0;
        Screen.wheel(see(() -> view.getViewport().getView()), modifiers, random.nextInt(7) - 3);
    }

    private void search() {
        press("ctrl F");
        await(
                "a field asks for words",
                () -> Screen.focusOwner()
                        .filter(owner -> "Find in the book"
                                .equals(owner.getAccessibleContext().getAccessibleName()))
                        .isPresent());
        Screen.type(List.of("the", "of", "zz").get(random.nextInt(3)));
        press("F3", "F3", "ESCAPE");
        window.awaitFocusOnBook();
    }

    private void goToPage() {
        press("ctrl G");
        await(
                "the page box has the focus",
                () -> Screen.focusOwner().equals(ReadingWindow.pageBox().map(java.awt.Component.class::cast)));
        Screen.type(Integer.toString(1 + random.nextInt(60)));
        press("ENTER", "ESCAPE");
        window.awaitFocusOnBook();
    }

    /** What must be as before when everything is closed again. */
    public record Rest(int windows, int listeners, long heapBytes, List<String> threads) {
        /** Looks when nothing moves any more; asks for garbage to be collected. */
        public static Rest now() {
            long heap = Long.MAX_VALUE;
            for (int i = 0; i < 12; i++) { // soft references and cleaners need more than one
                act(() -> {});
                System.gc();
                System.runFinalization();
                sleep(250);
                heap = Math.min(heap, used());
            }
            return new Rest(
                    see(() -> java.awt.Window.getWindows().length),
                    see(Rest::listenersOfShownComponents),
                    heap,
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> (thread.isAlive() && !thread.isDaemon())
                                    || thread.getName().startsWith("netreader"))
                            .map(thread -> thread.getName().replaceAll("\\d+", "N"))
                            .sorted()
                            .collect(Collectors.toList()));
        }

        private static long used() {
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }

        private static void sleep(long millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static int listenersOfShownComponents() {
            return Stream.of(java.awt.Window.getWindows())
                            .flatMap(Screen::all)
                            .mapToInt(part -> part.getPropertyChangeListeners().length
                                    + part.getComponentListeners().length
                                    + part.getFocusListeners().length
                                    + part.getMouseListeners().length
                                    + part.getHierarchyListeners().length
                                    + part.getKeyListeners().length)
                            .sum()
                    + javax.swing.UIManager.getPropertyChangeListeners().length
                    + java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager()
                            .getPropertyChangeListeners()
                            .length;
        }

        @Override
        public String toString() {
            var byName = threads.stream().collect(Collectors.groupingBy(n -> n, TreeMap::new, Collectors.counting()));
            return String.format(
                    Locale.ROOT,
                    "%d windows, %d listeners, heap %.1f MB, threads %s",
                    windows,
                    listeners,
                    heapBytes / 1e6,
                    byName);
        }
    }

    /**
     * {@code Soak HOST:PORT FOLDER BOOKS STEPS_IN_EACH [LONGEST_EVENT_MS]}: reads, and says how it was. Ends with 1 if
     * what is left is more than there was.
     */
    public static void main(String[] arguments) throws Exception {
        int books = Integer.parseInt(arguments[2]);
        int stepsInBook = Integer.parseInt(arguments[3]);
        int status;
        try (ReadingWindow window = ReadingWindow.open(Path.of(arguments[1]), arguments[0])) {
            Soak soak = new Soak(window, 1);
            for (int i = 0; i < Math.max(8, books / 10); i++) { // what is loaded once is not a leak
                soak.read(stepsInBook);
            }
            Rest before = Rest.now();
            System.out.println("before: " + before);
            EventTimes times = new EventTimes(50);
            for (int i = 0; i < books; i++) {
                soak.read(stepsInBook);
            }
            System.out.println(soak.steps() + " steps; " + times.report());
            times.close();
            Rest after = Rest.now();
            System.out.println("after: " + after);
            boolean same = after.windows() <= before.windows()
                    && after.listeners() <= before.listeners()
                    && after.heapBytes() <= before.heapBytes() * 1.1;
            status = same ? 0 : 1;
        }
        System.exit(status);
    }
}
