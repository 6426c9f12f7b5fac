package netreader.ui;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.WindowConstants;
import netreader.format.Delivery;
import netreader.ui.book.BookTab;
import netreader.ui.command.Command;
import netreader.ui.command.Commands;
import netreader.ui.look.AppIcon;
import netreader.ui.work.UiContext;

/** A window that one book has for itself, with the menus and keys of the main one. Event thread. */
final class BookWindow {
    private static final String WIDTH = "bookWindowWidth";
    private static final String HEIGHT = "bookWindowHeight";

    private final UiContext context;
    private final BookTab tab;
    private final JFrame frame;
    private final WindowPlace place;
    private final Translucency translucency;

    /** Hears what is done with the window. */
    interface Listener {
        void activated(BookWindow window);

        /** The user closes the window, and with it the book. */
        void closing(BookWindow window);
    }

    BookWindow(UiContext context, Commands commands, BookTab tab, Listener listener) {
        this.context = context;
        this.tab = tab;
        frame = new JFrame(tab.book().title());
        place = new WindowPlace(frame, context.preferences());
        translucency = new Translucency(frame);
        frame.setIconImages(AppIcon.images());
        frame.setJMenuBar(MainMenu.create(context.text(), commands, translucency.possible(), Optional.empty()));
        frame.add(tab, BorderLayout.CENTER);
        WindowKeys.bind(frame, commands, place);
        frame.setMinimumSize(new Dimension(px(360), px(320)));
        frame.setSize(
                px(context.preferences().number(WIDTH, 820)),
                px(context.preferences().number(HEIGHT, 800)));
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowActivated(WindowEvent e) {
                listener.activated(BookWindow.this);
            }

            @Override
            public void windowClosing(WindowEvent e) {
                listener.closing(BookWindow.this);
            }
        });
    }

    void show(java.awt.Component beside) {
        Rectangle room = frame.getGraphicsConfiguration().getBounds();
        frame.setSize(Math.min(frame.getWidth(), room.width), Math.min(frame.getHeight(), room.height - px(120)));
        frame.setLocationRelativeTo(beside);
        frame.setVisible(true);
        tab.setVisible(true); // a pane of tabs hides those that it does not show
        tab.shown();
    }

    void toFront() {
        frame.setVisible(true);
        frame.toFront();
    }

    BookTab tab() {
        return tab;
    }

    JFrame frame() {
        return frame;
    }

    boolean canBeTranslucent() {
        return translucency.possible() && tab.book().delivery() == Delivery.PAGES;
    }

    void opacity(Command command) {
        translucency.choose(command);
    }

    void toggleFullScreen() {
        place.toggleFullScreen();
    }

    /** The window goes; the book stays open. */
    void dispose() {
        context.preferences().put(WIDTH, Math.round(frame.getWidth() / (float) px(100) * 100));
        context.preferences().put(HEIGHT, Math.round(frame.getHeight() / (float) px(100) * 100));
        frame.dispose();
        frame.getContentPane().removeAll();
    }
}
