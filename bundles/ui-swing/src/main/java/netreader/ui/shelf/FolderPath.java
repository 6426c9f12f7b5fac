package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Font;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import netreader.ui.look.Glyph;
import netreader.ui.text.Ellipsis;
import netreader.ui.text.Messages;

/** The folder whose books are shown, as the way to it; not to be seen while all are shown. Event thread. */
final class FolderPath extends JPanel {
    private static final long serialVersionUID = 1;
    /** Of a way that is longer the first steps are left out. */
    private static final int MOST_STEPS = 4;

    private static final int MOST_CHARACTERS = 28;

    private final transient Messages text;
    private final transient Consumer<String> chosen;

    /** @param chosen is given a folder that was clicked; empty for all */
    FolderPath(Messages text, Consumer<String> chosen) {
        this.text = text;
        this.chosen = chosen;
        setOpaque(false);
        setLayout(new BoxLayout(this, BoxLayout.X_AXIS));
        setBorder(BorderFactory.createEmptyBorder(px(2), px(22), px(2), px(24)));
        setVisible(false);
    }

    void show(String folder) {
        removeAll();
        setVisible(!folder.isEmpty());
        if (!folder.isEmpty()) {
            add(button(text.get("shelf.folders"), "", text.get("shelf.folders.leave")));
            String[] steps = folder.split("/");
            int first = Math.max(0, steps.length - MOST_STEPS);
            if (first > 0) {
                step("…", path(steps, first));
            }
            for (int i = first; i < steps.length; i++) {
                step(steps[i], path(steps, i + 1));
            }
            getComponent(getComponentCount() - 1).setFont(getFont().deriveFont(Font.BOLD));
            add(leave());
        }
        revalidate();
        repaint();
    }

    private static String path(String[] steps, int count) {
        return String.join("/", java.util.Arrays.copyOf(steps, count));
    }

    private void step(String name, String path) {
        JLabel separator = new JLabel("›");
        separator.putClientProperty(FlatClientProperties.STYLE, "foreground: $NetReader.secondary");
        add(separator);
        add(button(Ellipsis.at(MOST_CHARACTERS, name), path, text.get("shelf.folder.tip", path)));
    }

    private Component button(String name, String path, String tip) {
        JButton button = new JButton(name);
        button.putClientProperty("html.disable", true);
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_BORDERLESS);
        button.putClientProperty(FlatClientProperties.STYLE, "margin: 1,4,1,4");
        button.setToolTipText(tip);
        button.addActionListener(e -> chosen.accept(path));
        return button;
    }

    private Component leave() {
        JButton leave = new JButton(Glyph.CLOSE.icon(12));
        leave.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        leave.setToolTipText(text.get("shelf.folders.leave"));
        leave.getAccessibleContext().setAccessibleName(text.get("shelf.folders.leave"));
        leave.addActionListener(e -> chosen.accept(""));
        return leave;
    }
}
