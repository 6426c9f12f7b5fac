package netreader.ui.painted;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.swing.AbstractListModel;
import javax.swing.BorderFactory;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import netreader.client.PaintedReading;
import netreader.ui.look.Entries;
import netreader.ui.look.Painting;
import netreader.ui.work.UiContext;

/**
 * The pages of a book, small, in a list. Each is painted when it is seen and nobody waits for anything else of the book.
 * Event thread.
 */
final class Thumbnails extends JPanel {
    private static final long serialVersionUID = 1;

    private static final int WIDTH = 96;
    private static final int CELL = WIDTH + 24;

    private final JList<Integer> list;
    private final ThumbnailCell cell;
    private final transient ThumbnailPictures pictures;

    /** @param goTo hears of the page, from 0, that was chosen */
    Thumbnails(UiContext context, PaintedReading reading, IntConsumer goTo) {
        super(new BorderLayout());
        pictures = new ThumbnailPictures(context.background(), reading::thumbnail, this::repaint);
        list = new JList<>(new Numbers(reading.pageCount()));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        cell = new ThumbnailCell(this::picture, px(WIDTH));
        list.setCellRenderer(cell);
        list.setFixedCellHeight(px(WIDTH * 1.42 + 34));
        list.setFixedCellWidth(px(CELL));
        list.setLayoutOrientation(JList.HORIZONTAL_WRAP);
        list.setVisibleRowCount(0);
        list.getAccessibleContext().setAccessibleName(context.text().get("pages.title"));
        Entries.whenChosen(list, goTo::accept);
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.getVerticalScrollBar().setUnitIncrement(px(48));
        scroll.getViewport().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                int width = scroll.getViewport().getWidth();
                list.setFixedCellWidth(Math.max(px(40), width / Math.max(1, width / px(CELL))));
                // In other columns the page that is read lies elsewhere, once the list has its new size.
                EventQueue.invokeLater(() -> list.ensureIndexIsVisible(list.getSelectedIndex()));
            }
        });
        add(scroll, BorderLayout.CENTER);
    }

    /** Marks the page that is read. */
    void follow(int page) {
        if (list.getSelectedIndex() != page) {
            list.setSelectedIndex(page);
            list.ensureIndexIsVisible(page);
        }
    }

    /** Pages look otherwise from now on. */
    void finish(Finish newFinish) {
        if (!newFinish.equals(pictures.finish())) {
            pictures.finish(newFinish);
            cell.night(newFinish.night());
            list.repaint();
        }
    }

    private Optional<BufferedImage> picture(int page) {
        return pictures.of(page, (int) Math.round(px(WIDTH) * Painting.deviceScale(this)));
    }

    private void repaint(int page) {
        int first = list.getFirstVisibleIndex();
        if (first >= 0 && page >= first && page <= list.getLastVisibleIndex()) {
            list.repaint(list.getCellBounds(page, page));
        }
    }

    void close() {
        pictures.close();
    }

    /** As many numbers as there are pages, without an object for each. */
    private static final class Numbers extends AbstractListModel<Integer> {
        private static final long serialVersionUID = 1;
        private final int count;

        Numbers(int count) {
            this.count = count;
        }

        @Override
        public int getSize() {
            return count;
        }

        @Override
        public Integer getElementAt(int index) {
            return index;
        }
    }
}
