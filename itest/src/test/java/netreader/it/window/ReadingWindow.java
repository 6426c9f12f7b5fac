package netreader.it.window;

import static netreader.it.window.Screen.act;
import static netreader.it.window.Screen.all;
import static netreader.it.window.Screen.await;
import static netreader.it.window.Screen.frame;
import static netreader.it.window.Screen.named;
import static netreader.it.window.Screen.press;
import static netreader.it.window.Screen.see;

import java.awt.Component;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.MenuElement;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import netreader.it.Installation;
import netreader.launcher.ReaderHere;

/** The window of a reader in this process, in English unless said, and what is to be seen in it. Any thread but the event thread. */
public final class ReadingWindow implements AutoCloseable {
    /** Of the window that is open: there is one at a time. */
    private static volatile Words words;

    private final ReaderHere reader;

    private ReadingWindow(ReaderHere reader) {
        this.reader = reader;
    }

    /** Opens it and waits until it is on the screen and has the focus. */
    public static ReadingWindow open(Installation installation, Path data, String server, Map<String, String> ui)
            throws IOException {
        Map<String, String> settings = new HashMap<>(Map.of("language", "en", "theme", "light"));
        settings.putAll(ui);
        words = Words.of(installation.home(), settings.get("language"));
        ReaderHere reader = ReaderHere.start(installation.home(), data, server, settings);
        ReadingWindow window = new ReadingWindow(reader);
        await("the window is on the screen", () -> frame().isPresent());
        window.takeFocus();
        return window;
    }

    public static ReadingWindow open(Path data, String server, Map<String, String> ui) throws IOException {
        return open(Installation.built(), data, server, ui);
    }

    public static ReadingWindow open(Path data, String server) throws IOException {
        return open(data, server, Map.of());
    }

    public JFrame window() {
        return see(() -> frame().orElseThrow());
    }

    /** For when another window had it. */
    public void takeFocus() {
        act(() -> frame().orElseThrow().toFront());
        await(
                "the window has the focus",
                () -> frame().orElseThrow().isFocused() && Screen.focusOwner().isPresent());
    }

    public static Words words() {
        return words;
    }

    public void awaitStop() throws InterruptedException {
        reader.awaitStop();
    }

    @Override
    public void close() {
        reader.close();
    }

    public void awaitBooks(int count) {
        await(
                count + " books are on the shelf",
                () -> shelf().filter(list -> list.getModel().getSize() == count).isPresent());
    }

    /** The list of books that is on the screen, and not that of the books to go on with. Event thread. */
    public static Optional<JList<?>> shelf() {
        return named(JList.class, words.get("tab.shelf"))
                .filter(list -> list.getModel().getSize() > 0)
                .map(list -> list);
    }

    /** Selects the book on the shelf, which is on the screen, and waits until it is there. */
    public void select(String title) {
        await(
                "the shelf has " + title,
                () -> shelf().map(list -> indexOf(list, title) >= 0).orElse(false));
        act(() -> {
            JList<?> list = shelf().orElseThrow();
            list.setSelectedIndex(indexOf(list, title));
            list.ensureIndexIsVisible(list.getSelectedIndex());
            list.requestFocusInWindow();
        });
        await("the shelf has the focus", () -> Screen.focusOwner().equals(shelf().map(Component.class::cast)));
    }

    private static int indexOf(JList<?> list, String title) {
        return IntStream.range(0, list.getModel().getSize())
                .filter(i -> list.getModel().getElementAt(i).toString().contains(title))
                .findFirst()
                .orElse(-1);
    }

    /** Goes to the shelf, opens the book with Enter, and waits for its first page. */
    public void openBook(String title) {
        press("alt HOME");
        select(title);
        press("ENTER");
        await(title + " is open", () -> frame().orElseThrow().getTitle().startsWith(title) && page().isPresent());
        awaitFocusOnBook();
    }

    /** Shows a card of the side panel, with the panel if that is closed. */
    public void card(String title) {
        if (!see(() -> chosen("SIDE_PANEL"))) {
            press("F9");
        }
        String name = words.get(title);
        act(() -> all(JTabbedPane.class)
                .filter(pane -> pane.indexOfTab(name) >= 0)
                .forEach(pane -> pane.setSelectedIndex(pane.indexOfTab(name))));
    }

    /** Waits until keys go to the page, and not to the box with its number. */
    public void awaitFocusOnBook() {
        await("the page has the focus", ReadingWindow::bookHasFocus);
    }

    private static boolean bookHasFocus() {
        return tab() > 0
                && viewOfBook()
                        .flatMap(view ->
                                Screen.focusOwner().filter(owner -> SwingUtilities.isDescendingFrom(owner, view)))
                        .isPresent();
    }

    /** The index of the tab that is shown; 0 is the shelf. Event thread. */
    public static int tab() {
        return pane().getSelectedIndex();
    }

    public static JTabbedPane pane() {
        return all(JTabbedPane.class).findFirst().orElseThrow();
    }

    /** The number in the page box, from 1; empty before the first page is there. Event thread. */
    public static Optional<Integer> page() {
        return pageBox()
                .map(JTextField::getText)
                .filter(text -> text.matches("\\d+"))
                .map(Integer::valueOf);
    }

    public static Optional<JTextField> pageBox() {
        return named(JTextField.class, words.get("command.GO_TO_PAGE"));
    }

    public void awaitPage(int number) {
        await("page " + number + " is shown", () -> page().equals(Optional.of(number)));
    }

    /** Waits until a label says something that fits the regular expression. */
    public void awaitLabel(String pattern) {
        await("a label says " + pattern, () -> label(pattern).isPresent());
    }

    /** What a label says, or a text that can be selected. */
    public static Optional<String> label(String pattern) {
        return all(JComponent.class)
                .map(ReadingWindow::text)
                .filter(text -> text != null && text.strip().matches(pattern))
                .map(String::strip)
                .findFirst();
    }

    private static String text(JComponent component) {
        if (component instanceof JTextComponent text) {
            return text.getText();
        }
        return component instanceof JLabel label ? label.getText() : null;
    }

    /** How far the page is scrolled down, in pixels; 0 where nothing scrolls. Event thread. */
    public static int scrolled() {
        return viewOfBook()
                .map(scroll -> scroll.getVerticalScrollBar().getValue())
                .orElse(0);
    }

    /** The largest scroll pane, which holds the pages. Event thread. */
    public static Optional<JScrollPane> viewOfBook() {
        return all(JScrollPane.class).max((a, b) -> Integer.compare(area(a), area(b)));
    }

    /** What is seen of the pages, in greys. Event thread. */
    public static BufferedImage picture() {
        JComponent seen = viewOfBook().orElseThrow().getViewport();
        BufferedImage picture = new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        seen.paint(picture.createGraphics());
        return picture;
    }

    /** Of the middle of what is seen, from 0 to 1. Event thread. */
    public static double lightness() {
        BufferedImage picture = picture();
        int w = picture.getWidth() / 3;
        int h = picture.getHeight() / 3;
        int[] samples = picture.getRaster().getSamples(w, h, w, h, 0, (int[]) null);
        return IntStream.of(samples).average().orElse(0) / 255;
    }

    private static int area(Component component) {
        return component.getWidth() * component.getHeight();
    }

    /** The entry of the menu, as the menu would show it now. Event thread. */
    public static JMenuItem entry(String command) {
        JMenuBar bar = frame().orElseThrow().getJMenuBar();
        for (int i = 0; i < bar.getMenuCount(); i++) {
            bar.getMenu(i).setSelected(true); // looks what can be done, and what is chosen
            bar.getMenu(i).setSelected(false);
        }
        String name = words.get("command." + command);
        return items(bar)
                .filter(item -> name.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    /** Clicks on the entry of the menu. */
    public static void choose(String command) {
        act(() -> entry(command).doClick());
    }

    /** Whether the menu has a tick before it. Event thread. */
    public static boolean chosen(String command) {
        return entry(command).isSelected();
    }

    private static Stream<JMenuItem> items(MenuElement element) {
        Stream<JMenuItem> here = element instanceof JMenuItem item ? Stream.of(item) : Stream.of();
        return Stream.concat(here, Stream.of(element.getSubElements()).flatMap(ReadingWindow::items));
    }
}
