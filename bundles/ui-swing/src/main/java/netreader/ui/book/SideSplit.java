package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JSplitPane;
import netreader.ui.work.Preferences;

/** A book's pages with the side panel beside them, if it is wanted. Event thread. */
final class SideSplit extends JSplitPane {
    private static final long serialVersionUID = 1;
    private static final String SHOWN = "sidePanel";

    private final transient Preferences preferences;
    private final SidePanel side;

    SideSplit(Preferences preferences, SidePanel side, JComponent pages) {
        super(HORIZONTAL_SPLIT, true, side, pages);
        this.preferences = preferences;
        this.side = side;
        setBorder(BorderFactory.createEmptyBorder());
        addPropertyChangeListener(DIVIDER_LOCATION_PROPERTY, e -> side.rememberWidth(getDividerLocation()));
        showSide(preferences.flag(SHOWN));
    }

    void toggle() {
        showSide(!side.isVisible());
        preferences.put(SHOWN, side.isVisible());
        side.shown();
    }

    private void showSide(boolean wanted) {
        side.setVisible(wanted);
        setDividerSize(wanted ? px(5) : 0);
        if (wanted) {
            setDividerLocation(side.wantedWidth());
        }
    }
}
