package netreader.ui.command;

import java.awt.event.ActionEvent;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import netreader.ui.look.Glyph;
import netreader.ui.text.Messages;

/** One Swing action for each command; all go to one target. Event thread. */
public final class Commands {
    private final CommandTarget target;
    private final Map<Command, Action> actions = new EnumMap<>(Command.class);

    public Commands(Messages text, CommandTarget target) {
        this.target = target;
        for (Command command : Command.values()) {
            actions.put(command, new CommandAction(command, text));
        }
    }

    public Action action(Command command) {
        return actions.get(command);
    }

    /** Enables what can be done now. */
    public void refresh() {
        actions.forEach((command, action) -> {
            action.setEnabled(target.can(command));
            action.putValue(Action.SELECTED_KEY, target.chosen(command));
        });
    }

    /** Binds the keys that no text field wants, for the component and everything in it. */
    public void bindShortcuts(JComponent component, Scope scope) {
        bind(component, scope, false);
    }

    /** Binds single keys, for a component that holds no text field. */
    public void bindPlainKeys(JComponent component, Scope scope) {
        bind(component, scope, true);
    }

    private void bind(JComponent component, Scope scope, boolean plain) {
        for (Command command : Command.values()) {
            for (KeyStroke key : command.keys()) {
                if (command.scope() == scope && KeyNames.plain(key) == plain) {
                    component
                            .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                            .put(key, command);
                    component.getActionMap().put(command, actions.get(command));
                }
            }
        }
    }

    private final class CommandAction extends AbstractAction {
        private final transient Command command;

        CommandAction(Command command, Messages text) {
            super(text.get(command.messageKey()));
            this.command = command;
            String keys = command.keys().isEmpty()
                    ? ""
                    : " (" + KeyNames.describe(command.keys().get(0)) + ")";
            String tip = text.find(command.messageKey() + ".tip").orElseGet(() -> text.get(command.messageKey()));
            putValue(SHORT_DESCRIPTION, tip + keys);
            Glyph.of(command.name()).ifPresent(glyph -> putValue(SMALL_ICON, glyph.icon(16)));
        }

        @Override
        public void actionPerformed(ActionEvent event) {
            if (target.can(command)) {
                target.run(command);
            }
            refresh(); // also where a menu has ticked what was not done
        }
    }
}
