package netreader.it.window;

import static netreader.it.window.Screen.press;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import netreader.it.Installation;
import netreader.it.Server;
import netreader.it.TestFormat;

/** How long the event thread is busy while every second page takes seconds to paint: {@code HeavyPage FOLDER SECONDS}. */
public final class HeavyPage {
    private static final int STEPS = 300;
    private static final List<String> KEYS = List.of(
            "PAGE_DOWN", "PAGE_DOWN", "PAGE_UP", "SPACE", "ctrl EQUALS", "ctrl MINUS", "F", "W", "C", "F9", "R");

    private HeavyPage() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Installation installation = Installation.copyTo(folder.resolve("installation"));
        Path jar = TestFormat.painted(folder, Integer.parseInt(arguments[1]));
        Files.copy(jar, installation.bundles().resolve(jar.getFileName()));
        Path library = Files.createDirectories(folder.resolve("library"));
        Files.writeString(library.resolve("heavy.lines"), "light\nslow\n".repeat(50));
        try (Server server = Server.start(installation, library, folder.resolve("data of the server"));
                ReadingWindow window =
                        ReadingWindow.open(installation, folder.resolve("reader"), server.address(), Map.of())) {
            window.openBook("heavy");
            Random random = new Random(1);
            EventTimes times = new EventTimes(50);
            for (int i = 0; i < STEPS; i++) {
                press(KEYS.get(random.nextInt(KEYS.size())));
                Thread.sleep(100);
            }
            System.out.println(STEPS + " steps; " + times.report());
            times.close();
        }
        System.exit(0);
    }
}
