package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JPanel;
import netreader.client.Connectivity;
import netreader.ui.command.Command;
import netreader.ui.command.Commands;
import netreader.ui.look.Glyph;
import netreader.ui.look.Painting;
import netreader.ui.look.Palette;
import netreader.ui.look.TextLines;
import netreader.ui.text.Messages;
import netreader.ui.work.UiContext;

/** Says why there is no book to be seen, and what to do about it. */
final class EmptyShelf extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient UiContext context;
    private transient Glyph glyph = Glyph.CLOUD;
    private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.CENTER, px(12), 0));
    private String heading = "";
    private String sentence = "";
    private String advice = "";

    EmptyShelf(UiContext context) {
        super(null);
        this.context = context;
        setOpaque(true);
        setFocusable(true);
    }

    /** Offers what can be done where there is no server. */
    void bind(Commands commands) {
        for (Command command : List.of(Command.CONNECT, Command.OPEN_FILE)) {
            JButton button = new JButton(commands.action(command));
            button.setFont(Painting.font(13, Font.PLAIN));
            buttons.add(button);
        }
        buttons.setOpaque(false);
        add(buttons);
    }

    /** Below what is said. */
    @Override
    public void doLayout() {
        Dimension size = buttons.getPreferredSize();
        int top = Math.min(getHeight() - size.height - px(16), getHeight() / 2 + px(100));
        buttons.setBounds((getWidth() - size.width) / 2, top, size.width, size.height);
    }

    /** @param choice what is wanted and is not there */
    void explain(Connectivity connectivity, ShelfChoice choice) {
        Messages text = context.text();
        String server = context.client().server().toString();
        String words = choice.words().strip();
        buttons.setVisible(connectivity.state() != Connectivity.State.CONNECTED
                && choice.folder().isEmpty()
                && words.isEmpty());
        if (!choice.folder().isEmpty()) {
            String sentence = words.isEmpty()
                    ? text.get("empty.folder.sentence", choice.folder())
                    : text.get("empty.folder.filtered", choice.folder(), words);
            say(Glyph.FOLDER, text.get("empty.folder"), sentence, "");
        } else if (!words.isEmpty()) {
            say(Glyph.FILTER, text.get("empty.filtered"), text.get("empty.filtered.sentence", words), "");
        } else if (connectivity.state() == Connectivity.State.CONNECTED) {
            say(
                    Glyph.SHOW_SHELF,
                    text.get("empty.library"),
                    text.get("empty.library.sentence", server),
                    text.get("empty.library.advice"));
        } else if (connectivity.state() == Connectivity.State.CONNECTING) {
            say(Glyph.CLOUD, text.get("empty.connecting"), text.get("empty.connecting.sentence", server), "");
        } else {
            String problem = connectivity.problem().map(text::error).orElse("");
            say(Glyph.CLOUD, text.get("empty.away", server), problem, text.get("empty.away.advice"));
        }
    }

    private void say(Glyph newGlyph, String newHeading, String newSentence, String newAdvice) {
        glyph = newGlyph;
        heading = newHeading;
        sentence = newSentence;
        advice = newAdvice;
        getAccessibleContext().setAccessibleName(heading + " " + sentence + " " + advice);
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Painting.smooth(graphics);
        g.setColor(Palette.SHELF.color());
        g.fillRect(0, 0, getWidth(), getHeight());
        double y = Math.max(px(20), getHeight() / 2.0 - px(120));
        glyph.paint(g, getWidth() / 2.0 - px(32), y, px(64), Palette.SECONDARY.color(150));
        y += px(104);
        g.setColor(Palette.INK.color());
        y = centred(g, heading, Painting.font(19, Font.PLAIN), y, 28);
        g.setColor(Palette.SECONDARY.color());
        y = centred(g, sentence, Painting.font(14, Font.PLAIN), y + px(4), 22);
        centred(g, advice, Painting.font(14, Font.PLAIN), y + px(4), 22);
        g.dispose();
    }

    private double centred(Graphics2D g, String text, Font font, double top, int leading) {
        g.setFont(font);
        double y = top;
        int width = Math.min(getWidth() - px(40), px(560));
        List<String> lines = TextLines.of(text, g.getFontMetrics(), Math.max(px(40), width), 4);
        for (String line : lines) {
            g.drawString(line, (getWidth() - g.getFontMetrics().stringWidth(line)) / 2f, (float) y);
            y += px(leading);
        }
        return y;
    }
}
