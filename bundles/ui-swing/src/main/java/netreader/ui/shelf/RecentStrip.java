package netreader.ui.shelf;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.UIManager;
import netreader.client.Place;
import netreader.client.ShelfBook;
import netreader.ui.look.Entries;
import netreader.ui.look.Keys;
import netreader.ui.look.Painting;
import netreader.ui.look.Palette;
import netreader.ui.look.TextLines;
import netreader.ui.work.UiContext;

/** The books that were read last, in one line above all others. Event thread. */
final class RecentStrip extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int MOST = 8;
    private static final int WIDTH = 250;
    private static final int HEIGHT = 96;
    private static final int COVER_WIDTH = 54;
    private static final int COVER_HEIGHT = 76;

    private final transient UiContext context;
    private final transient Covers covers;
    private final JList<ShelfBook> list = new JList<>() {
        private static final long serialVersionUID = 1;

        @Override
        public String getToolTipText(MouseEvent event) {
            return at(event.getPoint()).map(RecentStrip.this::tip).orElse(null);
        }
    };
    private transient Consumer<ShelfBook> opener = book -> {};
    private transient List<ShelfBook> books = List.of();

    RecentStrip(UiContext context) {
        super(new BorderLayout());
        this.context = context;
        covers = new Covers(context, list::repaint);
        JLabel title = new JLabel(context.text().get("recent.title"));
        title.setForeground(Palette.SECONDARY.color());
        title.setBorder(BorderFactory.createEmptyBorder(px(4), px(12), px(2), 0));
        title.setLabelFor(list);
        list.setLayoutOrientation(JList.HORIZONTAL_WRAP);
        list.setVisibleRowCount(1);
        list.setFixedCellWidth(px(WIDTH));
        list.setFixedCellHeight(px(HEIGHT));
        list.setOpaque(false);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new Cell());
        list.getAccessibleContext().setAccessibleName(context.text().get("recent.title"));
        list.setToolTipText("");
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getButton() == MouseEvent.BUTTON1) {
                    at(event.getPoint()).ifPresent(opener);
                }
            }
        });
        for (String key : List.of("ENTER", "SPACE")) {
            Keys.on(
                    list,
                    key,
                    () -> Optional.ofNullable(list.getSelectedValue()).ifPresent(opener));
        }
        setOpaque(false);
        setBorder(BorderFactory.createEmptyBorder(px(4), px(12), 0, px(12)));
        add(title, BorderLayout.NORTH);
        add(list, BorderLayout.CENTER);
        setVisible(false);
    }

    /** @param open what a click does */
    void bind(Consumer<ShelfBook> open) {
        opener = open;
    }

    private Optional<ShelfBook> at(Point point) {
        return Entries.at(list, point);
    }

    private String tip(ShelfBook book) {
        return context.text()
                .get(
                        "recent.tip",
                        book.title(),
                        context.client().place(book).map(Place::fraction).orElse(0.0));
    }

    /** @param wanted whether there is a use for them now */
    void refresh(boolean wanted) {
        List<ShelfBook> read = context.client().recent(MOST);
        if (!read.equals(books)) {
            books = read;
            list.setListData(books.toArray(ShelfBook[]::new));
        }
        setVisible(wanted && !books.isEmpty());
        list.repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        // One line, as much of it as there is room for; the rest is in the menu.
        Dimension size = super.getPreferredSize();
        return new Dimension(0, size.height);
    }

    private final class Cell extends JPanel implements ListCellRenderer<ShelfBook> {
        private static final long serialVersionUID = 1;

        private transient Optional<ShelfBook> shown = Optional.empty();
        private boolean focused;

        @Override
        public Component getListCellRendererComponent(
                JList<? extends ShelfBook> all, ShelfBook book, int index, boolean selected, boolean hasFocus) {
            shown = Optional.of(book);
            focused = hasFocus;
            getAccessibleContext().setAccessibleName(tip(book));
            return this;
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D g = Painting.smooth(graphics);
            shown.ifPresent(book -> paint(g, book));
            g.dispose();
        }

        private void paint(Graphics2D g, ShelfBook book) {
            if (focused && list.isFocusOwner()) {
                g.setColor(Palette.SELECTION.color());
                g.fill(new RoundRectangle2D.Double(
                        px(3), px(3), getWidth() - px(6), getHeight() - px(6), px(12), px(12)));
            }
            double scale = g.getTransform().getScaleX();
            Optional<Image> picture = covers.of(
                    book, (int) Math.round(px(COVER_WIDTH) * scale), (int) Math.round(px(COVER_HEIGHT) * scale));
            int w = picture.map(p -> (int) Math.round(p.getWidth(null) / scale)).orElse(px(COVER_WIDTH));
            int h = picture.map(p -> (int) Math.round(p.getHeight(null) / scale))
                    .orElse(px(COVER_HEIGHT));
            int x = px(12) + (px(COVER_WIDTH) - w) / 2;
            int y = (getHeight() - h) / 2;
            if (picture.isPresent()) {
                g.drawImage(picture.get(), x, y, w, h, null);
            } else {
                g.setColor(DrawnCover.cloth(book));
                g.fillRect(x, y, w, h);
            }
            g.setColor(Palette.SHADOW.color(50));
            g.drawRect(x, y, w - 1, h - 1);
            words(g, book, px(12 + COVER_WIDTH + 12));
        }

        private void words(Graphics2D g, ShelfBook book, int left) {
            int width = getWidth() - left - px(14);
            g.setFont(Painting.font(13, Font.PLAIN));
            g.setColor(UIManager.getColor("Label.foreground"));
            double baseline = px(30);
            for (String line : TextLines.of(book.title(), g.getFontMetrics(), width, 2)) {
                g.drawString(line, left, (float) baseline);
                baseline += px(18);
            }
            double fraction = context.client().place(book).map(Place::fraction).orElse(0.0);
            double y = getHeight() - px(20);
            String percent = context.text().get("column.percent", fraction);
            g.setFont(Painting.font(11, Font.PLAIN));
            g.setColor(Palette.SECONDARY.color());
            int wide = g.getFontMetrics().stringWidth("100 %");
            g.drawString(percent, left + width - wide, (float) y + px(5));
            double bar = Math.max(0, width - wide - px(8));
            double height = px(3);
            g.setColor(Palette.TRACK.color());
            g.fill(new RoundRectangle2D.Double(left, y, bar, height, height, height));
            g.setColor(Palette.PROGRESS.color());
            g.fill(new RoundRectangle2D.Double(left, y, Math.max(height, bar * fraction), height, height, height));
        }
    }
}
