package netreader.ui.book;

import static netreader.ui.look.Painting.px;

import java.awt.Dimension;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javax.swing.BoxLayout;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import netreader.ui.look.Keys;
import netreader.ui.text.Messages;

/** "12 / 340": the current page, which can be typed over to go to another one. */
public final class PageBox extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient Messages text;
    private final JTextField field = new JTextField(5);
    private final JLabel total = new JLabel();
    private int page;
    private int pages;

    /**
     * @param goTo is given a page, from 0
     * @param leave gives the focus back to the book
     */
    public PageBox(Messages text, IntConsumer goTo, Runnable leave) {
        this.text = text;
        setOpaque(false);
        setLayout(new BoxLayout(this, BoxLayout.X_AXIS));
        field.setHorizontalAlignment(JTextField.RIGHT);
        field.setMaximumSize(new Dimension(px(64), field.getPreferredSize().height));
        field.getAccessibleContext().setAccessibleName(text.get("command.GO_TO_PAGE"));
        add(field);
        add(total);
        field.addActionListener(e -> {
            OptionalInt wanted = pageOf(field.getText(), pages);
            if (wanted.isPresent()) {
                goTo.accept(wanted.getAsInt());
                leave.run();
            } else {
                // The report: what is out of range does nothing at all.
                field.selectAll();
            }
        });
        Keys.on(field, "ESCAPE", leave);
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent e) {
                total.setText(" (1~" + pages + ")");
                field.selectAll();
            }

            @Override
            public void focusLost(FocusEvent e) {
                display();
            }
        });
    }

    /** The page, from 0, that was typed, counted from 1; empty for rubbish and for pages that are not there. */
    static OptionalInt pageOf(String typed, int pages) {
        try {
            int page = Integer.parseInt(typed.strip());
            return page >= 1 && page <= pages ? OptionalInt.of(page - 1) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * Shows where the reader is; while a number is typed, only when that is over.
     *
     * @param newPage from 0
     */
    public void show(int newPage, int newPages) {
        page = newPage;
        pages = newPages;
        if (!field.isFocusOwner()) {
            display();
        }
    }

    private void display() {
        field.setText(pages == 0 ? "" : Integer.toString(page + 1));
        field.setToolTipText(text.get("page.tip", pages));
        total.setText(" / " + pages);
    }

    public void focus() {
        field.requestFocusInWindow();
    }
}
