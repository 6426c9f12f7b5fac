package netreader.ui;

import com.formdev.flatlaf.FlatSystemProperties;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFrame;
import netreader.ui.look.Theme;
import netreader.ui.work.Preferences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;

/** Loads what every window needs on the event thread, while the rest of the program is still starting. */
@Component(
        service = LookComponent.class,
        immediate = true,
        configurationPid = "netreader.ui",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class LookComponent {
    private static final System.Logger LOG = System.getLogger(LookComponent.class.getName());

    private final Preferences preferences;
    private Optional<ReaderWindow> window = Optional.empty();

    @Activate
    public LookComponent(UiConfig config) {
        preferences = new Preferences(Path.of(config.data()));
        if (!GraphicsEnvironment.isHeadless()) {
            EventQueue.invokeLater(() -> install(config.theme()));
        }
    }

    private void install(String configuredTheme) {
        if (System.getProperty(FlatSystemProperties.USE_WINDOW_DECORATIONS) == null) {
            System.setProperty(FlatSystemProperties.USE_WINDOW_DECORATIONS, "false");
        }
        Theme.of(preferences.text("theme", configuredTheme)).install();
        JFrame unseen = new JFrame(); // the first frame takes five times as long as the second
        unseen.pack();
        unseen.dispose();
    }

    /** The one window, which outlives the clients of which it shows the books. Event thread. */
    ReaderWindow window() {
        if (window.isEmpty()) {
            window = Optional.of(new ReaderWindow());
        }
        return window.get();
    }

    @Deactivate
    void deactivate() {
        if (GraphicsEnvironment.isHeadless()) {
            return;
        }
        try {
            EventQueue.invokeAndWait(() -> window.ifPresent(ReaderWindow::close));
        } catch (InvocationTargetException e) {
            LOG.log(Level.WARNING, "The window did not close in good order", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Preferences preferences() {
        return preferences;
    }
}
