package netreader.ui;

import java.util.List;
import java.util.function.Consumer;
import javax.swing.JMenu;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;
import netreader.client.ShelfBook;
import netreader.ui.work.UiContext;

/** The books that were read last, as a menu that is filled when it is opened. Event thread. */
final class RecentMenu {
    private static final int MOST = 12;

    private final UiContext context;
    private final Consumer<ShelfBook> open;
    private final JMenu menu;

    RecentMenu(UiContext context, Consumer<ShelfBook> open) {
        this.context = context;
        this.open = open;
        menu = new JMenu(context.text().get("menu.recent"));
        menu.addMenuListener(new MenuListener() {
            @Override
            public void menuSelected(MenuEvent e) {
                fill();
            }

            @Override
            public void menuDeselected(MenuEvent e) {}

            @Override
            public void menuCanceled(MenuEvent e) {}
        });
    }

    JMenu menu() {
        return menu;
    }

    private void fill() {
        menu.removeAll();
        List<ShelfBook> books = context.client().recent(MOST);
        books.forEach(book -> menu.add(book.title()).addActionListener(e -> open.accept(book)));
        if (books.isEmpty()) {
            menu.add(context.text().get("menu.recent.none")).setEnabled(false);
        }
    }
}
