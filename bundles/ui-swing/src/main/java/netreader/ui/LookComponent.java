package netreader.ui;

import com.formdev.flatlaf.FlatSystemProperties;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import javax.swing.JFrame;
import netreader.ui.look.Theme;
import netreader.ui.work.Preferences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** Loads what every window needs on the event thread, while the rest of the program is still starting. */
@Component(
        service = LookComponent.class,
        immediate = true,
        configurationPid = "netreader.ui",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class LookComponent {
    private final Preferences preferences;

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

    Preferences preferences() {
        return preferences;
    }
}
