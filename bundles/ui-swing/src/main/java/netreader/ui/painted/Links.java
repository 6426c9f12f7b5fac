package netreader.ui.painted;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import netreader.client.ClientException;
import netreader.ui.work.Background;

/** Opens what links outside of a book lead to. Event thread. */
final class Links {
    /** Others might start programs. */
    private static final Set<String> OPENED = Set.of("http", "https", "mailto");

    private final Background background;
    private final Consumer<ClientException> failed;

    /** @param failed hears why a link was not opened */
    Links(Background background, Consumer<ClientException> failed) {
        this.background = background;
        this.failed = failed;
    }

    /** What may be opened; empty for everything else. */
    static Optional<URI> address(String text) {
        try {
            URI address = new URI(text.strip());
            return Optional.of(address)
                    .filter(it -> it.getScheme() != null
                            && OPENED.contains(it.getScheme().toLowerCase(Locale.ROOT)));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    void open(String text) {
        Optional<URI> address = address(text);
        if (address.isEmpty()) {
            failed.accept(new ClientException("LINK_REFUSED", "NetReader opens no links such as " + text));
            return;
        }
        background.start(work -> browse(address.get()), done -> {}, failed);
    }

    private static boolean browse(URI address) throws ClientException {
        boolean mail = "mailto".equalsIgnoreCase(address.getScheme());
        Desktop.Action action = mail ? Desktop.Action.MAIL : Desktop.Action.BROWSE;
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(action)) {
            throw new ClientException("NO_BROWSER", "Nothing here opens " + address);
        }
        try {
            if (mail) {
                Desktop.getDesktop().mail(address);
            } else {
                Desktop.getDesktop().browse(address);
            }
            return true;
        } catch (IOException e) {
            throw new ClientException("NO_BROWSER", "Nothing here opens " + address, e);
        }
    }
}
