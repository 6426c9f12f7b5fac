package netreader.it.window;

import static netreader.it.window.ReadingWindow.choose;
import static netreader.it.window.Screen.await;
import static netreader.it.window.Screen.press;
import static netreader.it.window.Screen.see;
import static netreader.it.window.Screen.type;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.awt.image.MultiResolutionImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JMenuBar;
import javax.swing.MenuSelectionManager;
import netreader.it.Installation;
import netreader.it.Server;

/**
 * Pictures of each main screen, in both languages and all themes, at the scale of this JVM:
 * {@code Screenshots FOLDER NAME_OF_SCALE [THEME …]}. See benchmarks/windows.
 */
public final class Screenshots {
    private static final int SETTLED = 3;

    private final Robot robot = new Robot();
    private final Path folder;
    private final String prefix;

    private Screenshots(Path folder, String prefix) throws AWTException {
        this.folder = folder;
        this.prefix = prefix;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<String> themes =
                arguments.length > 2 ? Arrays.asList(arguments).subList(2, arguments.length) : List.of("light", "dark");
        Path data = Files.createTempDirectory("netreader-screenshots");
        int status = 0;
        try {
            for (String language : List.of("en", "zh-CN")) {
                for (String theme : themes) {
                    String name = language.substring(0, 2) + "-" + theme + "-" + arguments[1] + "-";
                    new Screenshots(folder, name)
                            .take(data.resolve(name), Map.of("language", language, "theme", theme));
                }
            }
        } catch (AssertionError | Exception e) {
            e.printStackTrace();
            status = 1;
        } finally {
            delete(data);
        }
        System.exit(status);
    }

    private void take(Path data, Map<String, String> ui) throws Exception {
        String address;
        try (Server server = Server.start(Installation.built(), Installation.sampleLibrary(), data.resolve("server"))) {
            address = server.address();
            try (ReadingWindow window = ReadingWindow.open(data.resolve("reader"), address, ui)) {
                window.awaitBooks(8);
                read(window);
                press("alt HOME");
                window.select("Persuasion");
                shoot("shelf");
                shelf(window);
                menus(window);
                transfers(window, server);
                server.kill();
                press("alt HOME");
                window.openBook("孟子");
                press("END");
                shoot("banner");
                press("alt HOME");
                shoot("shelf-away");
            }
        }
        try (ReadingWindow window = ReadingWindow.open(data.resolve("new"), address, ui)) {
            shoot("empty-shelf");
        }
    }

    private void read(ReadingWindow window) throws Exception {
        window.openBook("Debian");
        press("F9");
        for (int page = 2; page <= 20; page++) {
            press("PAGE_DOWN");
            window.awaitPage(page);
        }
        shoot("painted");
        find("Debian");
        shoot("painted-search");
        press("ESCAPE", "F9");
        window.openBook("孟子");
        window.openBook("古文观止");
        press("F9", "PAGE_DOWN");
        window.awaitPage(2);
        shoot("flowing");
        find("君子");
        shoot("flowing-search");
        press("ESCAPE");
        window.openBook("Persuasion");
        press("F", "PAGE_DOWN");
        window.awaitPage(2);
        press("END");
        shoot("painted-fit");
        press("HOME", "D");
        window.card("pages.title");
        shoot("painted-two-pages");
        press("ctrl B");
        window.card("bookmarks.title");
        press("ctrl I");
        shoot("painted-night");
        press("ctrl I", "D");
        window.openBook("古文观止");
        shoot("flowing-bookmarks");
        window.card("contents.title");
        press("F9");
        choose("TEXT_STYLE");
        dialog("text-style");
        choose("OWN_WINDOW");
        await(
                "the book has a window of its own",
                () -> Screen.windows().stream().filter(JFrame.class::isInstance).count() == 2);
        shoot("own-window");
        choose("OWN_WINDOW");
        await("the window is closed", () -> Screen.windows().size() == 1);
        window.takeFocus();
    }

    /** A server that says nothing any more while it is asked for a book. */
    private void transfers(ReadingWindow window, Server server) throws Exception {
        press("alt HOME");
        window.select("唐诗三百首");
        new ProcessBuilder("kill", "-STOP", Long.toString(server.pid())).start().waitFor();
        choose("DOWNLOAD");
        shoot("transfers");
    }

    private void find(String words) {
        press("ctrl F");
        await(
                "a field asks for words",
                () -> Screen.focusOwner()
                        .filter(owner -> ReadingWindow.words()
                                .get("find.placeholder")
                                .equals(owner.getAccessibleContext().getAccessibleName()))
                        .isPresent());
        type(words);
    }

    private void shelf(ReadingWindow window) throws Exception {
        press("alt ENTER");
        dialog("information");
        choose("SHELF_LIST");
        shoot("shelf-list");
        choose("SHELF_LIST");
        choose("CONNECT");
        dialog("connect");
        press("ctrl F");
        type("austen");
        window.awaitBooks(2);
        shoot("shelf-filter");
        type(" zzz");
        shoot("shelf-nothing");
        press("ESCAPE");
        window.awaitBooks(8);
    }

    private void menus(ReadingWindow window) throws Exception {
        press("F1");
        dialog("keys");
        for (int menu = 0; menu < see(() -> bar().getMenuCount()); menu++) {
            int which = menu;
            Screen.act(() -> bar().getMenu(which).doClick());
            shoot("menu-" + menu);
            Screen.act(() -> MenuSelectionManager.defaultManager().clearSelectedPath());
        }
        Screen.act(() -> bar().getMenu(bar().getMenuCount() - 1)
                .getItem(bar().getMenu(bar().getMenuCount() - 1).getItemCount() - 1)
                .doClick());
        dialog("about");
        window.takeFocus();
    }

    private static JMenuBar bar() {
        return Screen.frame().orElseThrow().getJMenuBar();
    }

    private void dialog(String name) throws Exception {
        await("a dialog is open", () -> Screen.all(JDialog.class).anyMatch(JDialog::isFocused));
        shoot(name);
        press("ESCAPE");
        await("the dialog is closed", () -> Screen.all(JDialog.class).findAny().isEmpty());
        Screen.act(() -> Screen.frame().orElseThrow().toFront());
        await(
                "the window has the focus",
                () -> Screen.frame().orElseThrow().isFocused()
                        && Screen.focusOwner()
                                .filter(JComponent.class::isInstance)
                                .isPresent());
    }

    /** Takes the picture when it has been the same for a while. */
    private void shoot(String name) throws IOException {
        robot.mouseMove(0, 0); // so that nothing shines because the mouse is over it
        BufferedImage last = capture();
        int same = 0;
        for (int looks = 0; looks < 100 && same < SETTLED; looks++) {
            robot.delay(150);
            BufferedImage now = capture();
            same = equal(last, now) ? same + 1 : 0;
            last = now;
        }
        ImageIO.write(last, "png", folder.resolve(prefix + name + ".png").toFile());
    }

    private BufferedImage capture() {
        Rectangle bounds = see(() -> Screen.windows().stream()
                .map(Component::getBounds)
                .reduce(Rectangle::union)
                .orElseThrow()
                .intersection(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())));
        MultiResolutionImage all = robot.createMultiResolutionScreenCapture(bounds);
        Image sharpest = all.getResolutionVariants().stream()
                .max(Comparator.comparingInt(image -> image.getWidth(null)))
                .orElseThrow();
        return (BufferedImage) sharpest;
    }

    private static boolean equal(BufferedImage a, BufferedImage b) {
        int w = a.getWidth();
        int h = a.getHeight();
        return w == b.getWidth()
                && h == b.getHeight()
                && Arrays.equals(a.getRGB(0, 0, w, h, null, 0, w), b.getRGB(0, 0, w, h, null, 0, w));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
