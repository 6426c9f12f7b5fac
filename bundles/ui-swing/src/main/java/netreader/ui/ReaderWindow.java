package netreader.ui;

import java.awt.Window;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JFrame;
import netreader.ui.text.Messages;
import netreader.ui.work.UiContext;

/**
 * The frame on the screen. What is in it is made anew when another language is wanted or another client has come, and
 * stands as it did: the frame stays where it is. Event thread.
 */
final class ReaderWindow {
    static final String LANGUAGE = "language";

    private final JFrame frame = new JFrame("NetReader");
    private Optional<MainWindow> parts = Optional.empty();

    /**
     * Fills the frame, and brings it to the screen if it is not there yet.
     *
     * @param program what the window may ask of the program
     */
    void fill(UiContext context, Program program) {
        empty();
        fill(context, program, MainWindow.Shown.NOTHING);
    }

    private void fill(UiContext context, Program program, MainWindow.Shown shown) {
        JComponent.setDefaultLocale(context.text().locale());
        MainWindow made = new MainWindow(frame, context, program, language -> speak(language, context, program));
        parts = Optional.of(made);
        made.show(shown);
    }

    /** What is in the frame; empty while there is no client. */
    Optional<MainWindow> parts() {
        return parts;
    }

    /** @param language a BCP 47 tag; empty for the language of the system */
    private void speak(String language, UiContext context, Program program) {
        context.preferences().put(LANGUAGE, language);
        MainWindow.Shown shown = parts.map(MainWindow::shown).orElse(MainWindow.Shown.NOTHING);
        empty();
        fill(context.in(new Messages(language)), program, shown);
    }

    /** The client has gone: what is open is saved and closed, and the frame waits for another one. */
    void empty() {
        parts.ifPresent(MainWindow::leave);
        parts = Optional.empty();
        for (Window owned : frame.getOwnedWindows()) {
            owned.dispose(); // what it tells is told in another language, or of another server
        }
    }

    void close() {
        empty();
        frame.dispose();
    }
}
