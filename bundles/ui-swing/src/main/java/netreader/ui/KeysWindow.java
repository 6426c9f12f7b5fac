package netreader.ui;

import java.awt.Frame;
import java.util.stream.Collectors;
import netreader.ui.command.Command;
import netreader.ui.command.KeyNames;
import netreader.ui.look.FactsPanel;
import netreader.ui.look.PlainDialog;
import netreader.ui.text.Messages;

/** The list of keys, made from the table that binds them. */
final class KeysWindow {
    private KeysWindow() {}

    static void show(Frame owner, Messages text) {
        FactsPanel facts = new FactsPanel(26);
        for (Command command : Command.values()) {
            if (!command.keys().isEmpty()) {
                facts.add(text.get(command.messageKey()), keys(command));
            }
        }
        facts.end();
        PlainDialog.show(owner, text.get("command.KEYS"), facts);
    }

    static String keys(Command command) {
        return command.keys().stream().map(KeyNames::describe).collect(Collectors.joining(",  "));
    }
}
