package netreader.ui.look;

import javax.swing.Action;
import javax.swing.JButton;

/** A tool bar's button: an icon, a tooltip, and a name for those who cannot see it. */
public final class CommandButton extends JButton {
    private static final long serialVersionUID = 1;

    public CommandButton(Action action) {
        super(action);
        setHideActionText(true);
        // The keys belong to the book, not to the button that was clicked last.
        setFocusable(false);
        getAccessibleContext().setAccessibleName((String) action.getValue(Action.NAME));
        showState(action);
    }

    @Override
    protected void actionPropertyChanged(Action action, String property) {
        super.actionPropertyChanged(action, property);
        if (Action.SELECTED_KEY.equals(property)) {
            showState(action);
        }
    }

    /** What the command switches on looks pressed while it is on. */
    private void showState(Action action) {
        setSelected(Boolean.TRUE.equals(action.getValue(Action.SELECTED_KEY)));
    }
}
