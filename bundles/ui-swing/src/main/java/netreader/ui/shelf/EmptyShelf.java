package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.swing.JButton;
import javax.swing.JPanel;
import netreader.client.ClientException;
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

    /** With what room is between it and the words. */
    private static final int GLYPH_HEIGHT = 76;

    private static final int BUTTONS_HEIGHT = 60;

    /** More room above the first line of what is said next. */
    private static final int BETWEEN = 7;

    /** Of this computer: so the reader starts that was told of no server. */
    private static final Set<String> OWN_HOSTS = Set.of("127.0.0.1", "localhost", "::1");

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
        List<Line> lines = lines();
        int below = (int) top(lines) + height(lines) + px(24);
        buttons.setBounds(
                (getWidth() - size.width) / 2,
                Math.min(getHeight() - size.height - px(6), below),
                size.width,
                size.height);
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
            // That it cannot be reached is said anyway.
            String problem = connectivity
                    .problem()
                    .filter(failure -> !failure.is(ClientException.UNREACHABLE))
                    .map(text::error)
                    .orElse("");
            if (problem.isEmpty()
                    && OWN_HOSTS.contains(context.client().server().host())) {
                say(
                        Glyph.CLOUD,
                        text.get("empty.none"),
                        text.get("empty.none.sentence"),
                        text.get("empty.none.advice"));
            } else {
                say(Glyph.CLOUD, text.get("empty.away", server), problem, text.get("empty.away.advice"));
            }
        }
    }

    private void say(Glyph newGlyph, String newHeading, String newSentence, String newAdvice) {
        glyph = newGlyph;
        heading = newHeading;
        sentence = newSentence;
        advice = newAdvice;
        getAccessibleContext().setAccessibleName(heading + " " + sentence + " " + advice);
        revalidate();
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = Painting.smooth(graphics);
        g.setColor(Palette.SHELF.color());
        g.fillRect(0, 0, getWidth(), getHeight());
        List<Line> lines = lines();
        double y = top(lines);
        if (hasRoomForPicture(lines)) {
            glyph.paint(g, getWidth() / 2.0 - px(32), y, px(64), Palette.SECONDARY.color(150));
            y += px(GLYPH_HEIGHT);
        }
        for (Line line : lines) {
            y += px(line.leading());
            g.setFont(line.font());
            g.setColor(line.colour().color());
            int width = g.getFontMetrics().stringWidth(line.text());
            g.drawString(line.text(), (getWidth() - width) / 2f, (float) y);
        }
        g.dispose();
    }

    /** What is said, as lines that are not wider than the panel. */
    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        addLines(lines, heading, Painting.font(19, Font.PLAIN), Palette.INK, 28);
        addLines(lines, sentence, Painting.font(14, Font.PLAIN), Palette.SECONDARY, 23);
        addLines(lines, advice, Painting.font(14, Font.PLAIN), Palette.SECONDARY, 23);
        return lines;
    }

    private void addLines(List<Line> lines, String text, Font font, Palette colour, int leading) {
        int width = Math.max(px(40), Math.min(getWidth() - px(40), px(560)));
        int above = lines.isEmpty() ? 0 : BETWEEN;
        for (String line : TextLines.of(text, getFontMetrics(font), width, 4)) {
            lines.add(new Line(line, font, colour, leading + above));
            above = 0;
        }
    }

    /** Picture, words and the room for the buttons stand in the middle, where there is room for that. */
    private double top(List<Line> lines) {
        return Math.max(px(8), (getHeight() - height(lines) - px(BUTTONS_HEIGHT)) / 2.0);
    }

    private int height(List<Line> lines) {
        return wordsHeight(lines) + (hasRoomForPicture(lines) ? px(GLYPH_HEIGHT) : 0);
    }

    private boolean hasRoomForPicture(List<Line> lines) {
        return getHeight() >= px(GLYPH_HEIGHT) + wordsHeight(lines) + px(BUTTONS_HEIGHT) + px(16);
    }

    private static int wordsHeight(List<Line> lines) {
        return lines.stream().mapToInt(line -> px(line.leading())).sum();
    }

    /** @param leading from the line above it, at 100 % */
    private record Line(String text, Font font, Palette colour, int leading) {}
}
