package netreader.ui.work;

import netreader.client.Client;
import netreader.format.registry.FormatRegistry;
import netreader.ui.text.Messages;

/** What every part of the windows works with. */
public record UiContext(
        Client client,
        FormatRegistry formats,
        Messages text,
        Background background,
        Transfers transfers,
        Preferences preferences) {
    /** The same in another language. */
    public UiContext in(Messages language) {
        return new UiContext(client, formats, language, background, transfers, preferences);
    }
}
