package netreader.ui;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;
import netreader.client.ServerAddress;
import netreader.ui.look.Palette;
import netreader.ui.text.Messages;

/** Asks which server to read from; it blocks nothing. Event thread. */
final class ConnectDialog {
    private final Messages text;
    private final LastServers servers;
    private final Consumer<ServerAddress> connect;
    private final JDialog dialog;
    private final JComboBox<String> address = new JComboBox<>();
    private final JLabel note = new JLabel();

    /** @param connect is given the address that was typed or chosen */
    ConnectDialog(Frame owner, Messages text, LastServers servers, Consumer<ServerAddress> connect) {
        this.text = text;
        this.servers = servers;
        this.connect = connect;
        dialog = new JDialog(owner, text.get("connect.title"), false);
        dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        dialog.getRootPane()
                .registerKeyboardAction(
                        e -> dialog.dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        JButton go = new JButton(text.get("connect.button"));
        go.addActionListener(e -> go());
        JButton cancel = new JButton(text.get("connect.cancel"));
        cancel.addActionListener(e -> dialog.dispose());
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, px(8), 0));
        buttons.add(cancel);
        buttons.add(go);
        JPanel content = new JPanel(new BorderLayout(0, px(16)));
        content.setBorder(BorderFactory.createEmptyBorder(px(20), px(22), px(16), px(14)));
        content.add(fields(), BorderLayout.CENTER);
        content.add(buttons, BorderLayout.SOUTH);
        dialog.add(content);
        dialog.getRootPane().setDefaultButton(go);
        dialog.pack();
        dialog.setLocationRelativeTo(owner);
    }

    private JPanel fields() {
        JLabel label = new JLabel(text.get("connect.label"));
        label.setLabelFor(address);
        address.setEditable(true);
        servers.all().forEach(address::addItem);
        address.setPreferredSize(new Dimension(px(360), address.getPreferredSize().height));
        address.getAccessibleContext().setAccessibleName(text.get("connect.label"));
        say(text.get("connect.example"), false);
        JPanel fields = new JPanel();
        fields.setLayout(new BoxLayout(fields, BoxLayout.Y_AXIS));
        for (JComponent part : new JComponent[] {label, address, note}) {
            part.setAlignmentX(JComponent.LEFT_ALIGNMENT);
            fields.add(part);
            fields.add(Box.createVerticalStrut(px(6)));
        }
        return fields;
    }

    private void say(String sentence, boolean wrong) {
        note.setText("<html><div style=\"width: " + px(270) + "px\">"
                + sentence.replace("&", "&amp;").replace("<", "&lt;") + "</div></html>");
        note.setForeground(wrong ? Palette.BAD.color() : Palette.SECONDARY.color());
    }

    void show() {
        dialog.setVisible(true);
        address.getEditor().selectAll();
        address.getEditor().getEditorComponent().requestFocusInWindow();
    }

    private void go() {
        String typed = address.getEditor().getEditorComponent() instanceof JTextField field
                ? field.getText().strip()
                : "";
        if (typed.isEmpty()) {
            complain(text.get("connect.missing"));
            return;
        }
        try {
            ServerAddress server = ServerAddress.parse(typed);
            dialog.dispose();
            connect.accept(server);
        } catch (IllegalArgumentException e) {
            complain(text.get("connect.wrong", typed));
        }
    }

    private void complain(String sentence) {
        say(sentence, true);
        dialog.pack();
        address.getEditor().selectAll();
    }
}
