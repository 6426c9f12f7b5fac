package netreader.ui;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import netreader.client.Client;
import netreader.format.registry.FormatRegistry;
import netreader.ui.text.Messages;
import netreader.ui.work.Background;
import netreader.ui.work.Preferences;
import netreader.ui.work.Transfers;
import netreader.ui.work.UiContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Opens the window when there is a client and a configuration, and closes it when one of them goes. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "netreader.ui",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = UiConfig.class)
public final class UiComponent {
    private static final System.Logger LOG = System.getLogger(UiComponent.class.getName());

    private final BundleContext bundles;
    private final Background background = new Background();
    private volatile Optional<MainWindow> window = Optional.empty();
    private volatile boolean closed;

    @Activate
    public UiComponent(
            @Reference Client client,
            @Reference FormatRegistry formats,
            @Reference LookComponent look,
            BundleContext bundles,
            UiConfig config) {
        this.bundles = bundles;
        if (GraphicsEnvironment.isHeadless()) {
            LOG.log(Level.ERROR, "There is no display, so NetReader cannot open its window");
            return;
        }
        EventQueue.invokeLater(() -> open(client, formats, look.preferences(), config));
    }

    private void open(Client client, FormatRegistry formats, Preferences preferences, UiConfig config) {
        if (closed) {
            return;
        }
        UiContext context = new UiContext(
                client, formats, new Messages(config.language()), background, new Transfers(), preferences);
        MainWindow opened =
                new MainWindow(context, bundles.getBundle().getVersion().toString(), this::stopFramework);
        window = Optional.of(opened);
        opened.show();
    }

    /** The framework deactivates this component as it stops, which must not wait for the event thread that asked. */
    private void stopFramework() {
        background.start(
                work -> {
                    try {
                        bundles.getBundle(0).stop();
                    } catch (BundleException e) {
                        LOG.log(Level.ERROR, "NetReader cannot be stopped", e);
                    }
                    return true;
                },
                done -> {},
                failure -> {});
    }

    @Deactivate
    void deactivate() {
        closed = true;
        if (!GraphicsEnvironment.isHeadless()) {
            try {
                // Waits, so that the last page is remembered before the client goes.
                EventQueue.invokeAndWait(() -> window.ifPresent(MainWindow::close));
            } catch (InvocationTargetException e) {
                LOG.log(Level.WARNING, "The window did not close in good order", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        background.close();
    }
}
