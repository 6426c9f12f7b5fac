package netreader.ui;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import netreader.client.Client;
import netreader.client.ServerAddress;
import netreader.format.registry.FormatRegistry;
import netreader.ui.text.Messages;
import netreader.ui.work.Background;
import netreader.ui.work.Preferences;
import netreader.ui.work.Transfers;
import netreader.ui.work.UiContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Fills the window when there is a client and a configuration, and empties it when one of them goes. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "netreader.ui",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = UiConfig.class)
public final class UiComponent {
    private static final System.Logger LOG = System.getLogger(UiComponent.class.getName());
    private static final String CLIENT = "netreader.client";

    private final BundleContext bundles;
    private final LookComponent look;
    private final ConfigurationAdmin configurations;
    private final Background background = new Background();
    private volatile boolean closed;

    @Activate
    public UiComponent(
            @Reference Client client,
            @Reference FormatRegistry formats,
            @Reference LookComponent look,
            @Reference ConfigurationAdmin configurations,
            BundleContext bundles,
            UiConfig config) {
        this.bundles = bundles;
        this.look = look;
        this.configurations = configurations;
        if (GraphicsEnvironment.isHeadless()) {
            LOG.log(Level.ERROR, "There is no display, so NetReader cannot open its window");
            return;
        }
        EventQueue.invokeLater(() -> open(client, formats, config));
    }

    private void open(Client client, FormatRegistry formats, UiConfig config) {
        if (closed) {
            return;
        }
        Preferences preferences = look.preferences();
        Messages text = new Messages(preferences.text(ReaderWindow.LANGUAGE, config.language()));
        UiContext context = new UiContext(client, formats, text, background, new Transfers(), preferences);
        look.window().fill(context, new Framework(Path.of(config.data())));
    }

    @Deactivate
    void deactivate() {
        closed = true;
        if (!GraphicsEnvironment.isHeadless()) {
            try {
                // Waits, so that the last page is remembered before the client goes.
                EventQueue.invokeAndWait(() -> look.window().empty());
            } catch (InvocationTargetException e) {
                LOG.log(Level.WARNING, "The window did not close in good order", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        background.close();
    }

    /** The framework and its configuration, which answer the event thread's wishes by closing what it shows. */
    private final class Framework implements Program {
        private final Path data;

        Framework(Path data) {
            this.data = data;
        }

        @Override
        public String version() {
            return bundles.getBundle().getVersion().toString();
        }

        @Override
        public void quit() {
            inBackground(
                    "NetReader cannot be stopped", () -> bundles.getBundle(0).stop());
        }

        /** Also of the next start, if that does not name a server. */
        @Override
        public void connect(ServerAddress server) {
            inBackground("The server cannot be chosen", () -> {
                Configuration client = configurations.getConfiguration(CLIENT, "?");
                Dictionary<String, Object> values = client.getProperties();
                values.put("server", server.toString());
                Files.writeString(data.resolve("server"), server.toString());
                client.update(values);
            });
        }

        private void inBackground(String failure, Wish wish) {
            background.start(
                    work -> {
                        try {
                            wish.fulfil();
                        } catch (BundleException | IOException e) {
                            LOG.log(Level.ERROR, failure, e);
                        }
                        return true;
                    },
                    done -> {},
                    failed -> {});
        }
    }

    private interface Wish {
        void fulfil() throws BundleException, IOException;
    }
}
