package netreader.ui.painted;

import static netreader.ui.look.Painting.px;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.IntFunction;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import netreader.ui.look.Painting;
import netreader.ui.look.Palette;

/** A small page with its number; the one that is read has a frame. Event thread. */
final class ThumbnailCell extends JPanel implements ListCellRenderer<Integer> {
    private static final long serialVersionUID = 1;

    private static final double A4 = 1.414;

    private final transient IntFunction<Optional<BufferedImage>> pictures;
    private final int width;
    private transient Optional<BufferedImage> picture = Optional.empty();
    private int page;
    private boolean selected;
    private boolean night;

    /**
     * @param pictures of pages, as far as they are here
     * @param width of a page
     */
    ThumbnailCell(IntFunction<Optional<BufferedImage>> pictures, int width) {
        this.pictures = pictures;
        this.width = width;
        setOpaque(false);
    }

    /** Whether paper is dark. */
    void night(boolean isNight) {
        night = isNight;
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Integer> list, Integer value, int index, boolean isSelected, boolean focused) {
        page = value;
        selected = isSelected;
        getAccessibleContext().setAccessibleName(Integer.toString(page + 1));
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        // Asked for here and not by the renderer, which also speaks for cells that nobody sees.
        picture = pictures.apply(page);
        Graphics2D g = Painting.sharp(graphics);
        double ratio = picture.map(image -> image.getHeight() / (double) image.getWidth())
                .orElse(A4);
        int room = getHeight() - px(30);
        int high = (int) Math.min(room, Math.round(width * ratio));
        int wide = (int) Math.min(width, Math.round(high / ratio));
        Rectangle sheet = new Rectangle((getWidth() - wide) / 2, px(6) + (room - high) / 2, wide, high);
        for (int i = 3; i >= 1; i--) {
            g.setColor(Palette.SHADOW.color(14));
            g.fillRect(sheet.x - i, sheet.y - i + px(1), wide + 2 * i, high + 2 * i);
        }
        if (picture.isPresent()) {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(picture.get(), sheet.x, sheet.y, wide, high, null);
        } else {
            g.setColor(night ? new Color(Finish.NIGHT_PAPER) : Color.WHITE);
            g.fill(sheet);
        }
        if (selected) {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(Palette.PROGRESS.color());
            g.setStroke(new BasicStroke(px(2)));
            g.drawRoundRect(sheet.x - px(3), sheet.y - px(3), wide + px(6), high + px(6), px(6), px(6));
        }
        Color ink = selected ? Palette.INK.color() : Palette.SECONDARY.color();
        g.setColor(ink);
        g.setFont(Painting.font(12, selected ? Font.BOLD : Font.PLAIN));
        String number = Integer.toString(page + 1);
        g.drawString(number, (getWidth() - g.getFontMetrics().stringWidth(number)) / 2, getHeight() - px(8));
        g.dispose();
    }
}
