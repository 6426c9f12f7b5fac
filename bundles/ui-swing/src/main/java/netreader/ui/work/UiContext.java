package netreader.ui.work;

import netreader.client.Client;
import netreader.ui.text.Messages;

/** What every part of the windows works with. */
public record UiContext(
        Client client, Messages text, Background background, Transfers transfers, Preferences preferences) {}
