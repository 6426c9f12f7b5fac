package netreader.ui.look;

import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JList;
import javax.swing.SwingUtilities;

/** Entries of lists, and how one is chosen. Event thread. */
public final class Entries {
    private Entries() {}

    /** The number of the entry at a point; -1 if there is none, also behind the last one. */
    public static int indexAt(JList<?> list, Point point) {
        int index = list.locationToIndex(point);
        return index >= 0 && list.getCellBounds(index, index).contains(point) ? index : -1;
    }

    /** The entry at a point. */
    public static <T> Optional<T> at(JList<T> list, Point point) {
        int index = indexAt(list, point);
        return index < 0 ? Optional.empty() : Optional.of(list.getModel().getElementAt(index));
    }

    /** Goes to an entry that is clicked, or that is selected when Enter is pressed. */
    public static <T> void whenChosen(JList<T> list, Consumer<T> goTo) {
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (SwingUtilities.isLeftMouseButton(event)) {
                    at(list, event.getPoint()).ifPresent(goTo);
                }
            }
        });
        Keys.on(
                list,
                "ENTER",
                () -> Optional.ofNullable(list.getSelectedValue()).ifPresent(goTo));
    }
}
