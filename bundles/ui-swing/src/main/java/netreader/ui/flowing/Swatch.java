package netreader.ui.flowing;

import static netreader.ui.look.Painting.px;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.Icon;
import netreader.ui.look.Painting;

/** Two letters on a piece of paper. Event thread. */
record Swatch(Paper paper) implements Icon {
    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D g = Painting.smooth(graphics);
        int size = getIconWidth();
        Color background = paper.background();
        g.setColor(background);
        g.fillOval(x + 1, y + 1, size - 2, size - 2);
        g.setColor(paper.faint());
        g.setStroke(new BasicStroke(1));
        g.drawOval(x + 1, y + 1, size - 2, size - 2);
        g.setColor(paper.ink());
        g.setFont(Painting.font(11, Font.PLAIN));
        g.drawString("Aa", x + (size - g.getFontMetrics().stringWidth("Aa")) / 2, y + size * 2 / 3);
        g.dispose();
    }

    @Override
    public int getIconWidth() {
        return px(30);
    }

    @Override
    public int getIconHeight() {
        return px(30);
    }
}
