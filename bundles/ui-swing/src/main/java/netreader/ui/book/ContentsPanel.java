package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import java.awt.BorderLayout;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import netreader.client.Contents;
import netreader.ui.look.Entries;
import netreader.ui.look.Palette;
import netreader.ui.text.Messages;

/** The table of contents beside the book: one line for each entry, set in by its level. */
final class ContentsPanel extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient Messages text;
    private final JList<Contents.Entry> list = new JList<>();
    private final JLabel note = new JLabel();
    private transient List<Contents.Entry> entries = List.of();

    ContentsPanel(Messages text, Consumer<Contents.Entry> goTo) {
        super(new BorderLayout());
        this.text = text;
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(px(28));
        list.setCellRenderer(new EntryCell());
        // Never asks each of thousands of entries for its width; the panel's width is what there is.
        list.setFixedCellWidth(px(160));
        list.getAccessibleContext().setAccessibleName(text.get("contents.title"));
        Entries.whenChosen(list, goTo);
        note.setBorder(BorderFactory.createEmptyBorder(px(10), px(14), px(10), px(14)));
        note.setText(Sentence.of(text.get("contents.loading")));
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        add(note, BorderLayout.NORTH);
        add(scroll, BorderLayout.CENTER);
    }

    void show(Contents contents) {
        entries = contents.entries();
        list.setListData(entries.toArray(Contents.Entry[]::new));
        note.setVisible(entries.isEmpty() || !contents.complete());
        note.setText(Sentence.of(text.get(entries.isEmpty() ? "contents.none" : "contents.incomplete")));
    }

    void say(String sentence) {
        note.setText(Sentence.of(sentence));
        note.setVisible(true);
    }

    /**
     * Marks the first entry on the page, or the one under which the page lies; one on it that was chosen stays.
     *
     * @param page from 0
     */
    void follow(int page) {
        int selected = list.getSelectedIndex();
        if (selected >= 0 && entries.get(selected).page() == page) {
            return;
        }
        int current = -1;
        for (int i = 0; i < entries.size() && entries.get(i).page() <= page; i++) {
            if (current < 0 || entries.get(current).page() < page) {
                current = i;
            }
        }
        if (current >= 0) {
            list.setSelectedIndex(current);
            list.ensureIndexIsVisible(current);
        } else {
            list.clearSelection();
        }
    }

    private static final class EntryCell extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1;

        @Override
        public java.awt.Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focus) {
            super.getListCellRendererComponent(list, value, index, selected, false);
            if (value instanceof Contents.Entry entry) {
                setText(entry.title().strip());
                setToolTipText(entry.title().strip() + "  ·  " + (entry.page() + 1));
                setBorder(BorderFactory.createEmptyBorder(0, px(14 + 16 * entry.level()), 0, px(8)));
                if (entry.level() > 0 && !selected) {
                    setForeground(Palette.SECONDARY.color());
                }
            }
            return this;
        }
    }
}
