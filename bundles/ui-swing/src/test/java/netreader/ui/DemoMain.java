package netreader.ui;

import java.awt.EventQueue;
import java.nio.file.Path;
import netreader.ui.demo.Demo;
import netreader.ui.demo.FakeFormats;
import netreader.ui.look.Theme;
import netreader.ui.text.Messages;
import netreader.ui.work.Background;
import netreader.ui.work.Preferences;
import netreader.ui.work.Transfers;
import netreader.ui.work.UiContext;

/** Opens the window on made-up books, to be looked at. */
final class DemoMain {
    private DemoMain() {}

    /** Arguments: language, theme, data folder, library folder. */
    public static void main(String[] arguments) {
        Path data = Path.of(arguments[2]);
        EventQueue.invokeLater(() -> {
            Theme.of(arguments[1]).install();
            UiContext context = new UiContext(
                    Demo.client(Path.of(arguments[3])),
                    new FakeFormats(),
                    new Messages(arguments[0]),
                    new Background(),
                    new Transfers(),
                    new Preferences(data));
            new ReaderWindow().fill(context, Program.alone("0.1.0", () -> System.exit(0)));
        });
    }
}
