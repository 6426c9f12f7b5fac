package netreader.ui;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Font;
import java.awt.Frame;
import java.awt.Graphics;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import netreader.ui.look.AppIcon;
import netreader.ui.look.FactsPanel;
import netreader.ui.look.Painting;
import netreader.ui.look.PlainDialog;
import netreader.ui.text.Messages;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** What this program is. */
final class AboutWindow {
    private AboutWindow() {}

    static void show(Frame owner, Messages text, String version) {
        PlainDialog.show(owner, text.get("command.ABOUT"), content(text, version));
    }

    private static JPanel content(Messages text, String version) {
        JPanel words = new JPanel();
        words.setLayout(new BoxLayout(words, BoxLayout.Y_AXIS));
        JLabel name = new JLabel("NetReader");
        name.setFont(Painting.font(24, Font.BOLD));
        words.add(name);
        words.add(Box.createVerticalStrut(px(4)));
        words.add(new JLabel(text.get("about.sentence")));
        FactsPanel facts = new FactsPanel(28);
        facts.add(text.get("about.version"), version);
        facts.add("Java", System.getProperty("java.version") + " · " + System.getProperty("java.vendor"));
        facts.add("Apache Felix", felixVersion());
        facts.setBorder(BorderFactory.createEmptyBorder(px(10), 0, 0, 0));
        facts.setAlignmentX(Component.LEFT_ALIGNMENT);
        words.add(facts);
        JPanel content = new JPanel(new BorderLayout(px(20), 0));
        JLabel picture = new JLabel(new Picture());
        picture.setVerticalAlignment(JLabel.TOP);
        content.add(picture, BorderLayout.WEST);
        content.add(words, BorderLayout.CENTER);
        content.setBorder(BorderFactory.createEmptyBorder(px(24), px(24), px(20), px(24)));
        return content;
    }

    private static String felixVersion() {
        var self = FrameworkUtil.getBundle(AboutWindow.class);
        return self == null
                ? "–"
                : self.getBundleContext().getBundle(Constants.SYSTEM_BUNDLE_LOCATION) == null
                        ? "–"
                        : self.getBundleContext()
                                .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                                .getVersion()
                                .toString();
    }

    private record Picture() implements Icon {
        @Override
        public void paintIcon(Component component, Graphics g, int x, int y) {
            AppIcon.paint(g, x, y, getIconWidth());
        }

        @Override
        public int getIconWidth() {
            return px(72);
        }

        @Override
        public int getIconHeight() {
            return px(72);
        }
    }
}
