package netreader.ui.book;

import java.awt.Component;
import java.awt.GridLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.ButtonGroup;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.border.EmptyBorder;
import netreader.client.BookDetails;
import netreader.client.BookSetting;
import netreader.format.BookMetadata;
import netreader.ui.look.Painting;
import netreader.ui.text.Messages;

/** The choices that a book has, such as its encoding, in a menu with those marked that hold. Event thread. */
public final class SettingsMenu {
    /** Settings after the first are in menus of their own, so that the list stays within the screen. */
    private static final int OPEN = 1;

    /** So many choices of a setting are usual; formats name the most usual first. */
    private static final int USUAL = 8;

    private static final int COLUMNS = 2;

    private final Messages text;
    private final SettingWords words;
    private final Consumer<Map<String, String>> chosen;

    /** @param chosen is given the setting's name with its value, empty to let the format find it */
    public SettingsMenu(Messages text, Consumer<Map<String, String>> chosen) {
        this.text = text;
        words = new SettingWords(text);
        this.chosen = chosen;
    }

    /** Shows the menu where the tool strip ends, if that is still on the screen. */
    public void showAtTheTopOf(Component over, BookDetails details) {
        if (over.isShowing()) {
            JPopupMenu menu = of(details);
            menu.show(over, over.getWidth() - menu.getPreferredSize().width, 0);
        }
    }

    JPopupMenu of(BookDetails details) {
        JPopupMenu menu = new JPopupMenu();
        List<BookSetting> settings = details.settings().stream()
                .filter(setting -> !setting.choices().isEmpty())
                .toList();
        for (int i = 0; i < settings.size(); i++) {
            BookSetting setting = settings.get(i);
            if (i < OPEN) {
                JLabel title = new JLabel(words.title(setting));
                title.putClientProperty("FlatLaf.styleClass", "small");
                title.setEnabled(false);
                title.setBorder(new EmptyBorder(Painting.px(4), Painting.px(10), Painting.px(2), Painting.px(10)));
                menu.add(title);
                addFirst(items(setting, details), menu);
            } else {
                JMenu more = new JMenu(words.title(setting));
                items(setting, details).forEach(more::add);
                menu.addSeparator();
                menu.add(more);
            }
        }
        if (settings.isEmpty()) {
            JMenuItem none = new JMenuItem(text.get("setting.none"));
            none.setEnabled(false);
            menu.add(none);
        }
        return menu;
    }

    /** What is chosen seldom stands in a menu of its own, unless it was chosen. */
    private void addFirst(List<JRadioButtonMenuItem> items, JPopupMenu menu) {
        JMenu others = new JMenu(text.get("setting.others"));
        others.getPopupMenu().setLayout(new GridLayout(0, COLUMNS));
        for (int i = 0; i < items.size(); i++) {
            JRadioButtonMenuItem item = items.get(i);
            if (i < USUAL || items.size() <= USUAL + 2 || item.isSelected()) {
                menu.add(item);
            } else {
                others.add(item);
            }
        }
        if (others.getItemCount() > 0) {
            menu.add(others);
        }
    }

    private List<JRadioButtonMenuItem> items(BookSetting setting, BookDetails details) {
        ButtonGroup group = new ButtonGroup();
        String automatic = text.get("setting.automatic");
        String found = setting.value().isEmpty() ? found(setting, details) : "";
        Stream<String> first = setting.usual().isEmpty()
                ? Stream.of(found.isEmpty() ? automatic : text.get("setting.found", automatic, found))
                : Stream.empty();
        Stream<String> other = setting.value().isEmpty() || setting.choices().contains(setting.value())
                ? Stream.empty()
                : Stream.of(setting.value()); // the shell may have chosen what is not proposed
        return Stream.concat(
                        first.map(name -> item(group, setting, name, "")),
                        Stream.concat(setting.choices().stream(), other)
                                .map(choice -> item(group, setting, words.choice(setting, choice), choice)))
                .toList();
    }

    /** What the format has found by itself stands among the facts of the book, under the title of the setting. */
    private static String found(BookSetting setting, BookDetails details) {
        Optional<String> found = details.details().stream()
                .filter(detail -> detail.name().equals(setting.title()))
                .map(BookMetadata.Detail::value)
                .findFirst();
        return found.orElse("");
    }

    private JRadioButtonMenuItem item(ButtonGroup group, BookSetting setting, String name, String value) {
        String current = setting.current();
        JRadioButtonMenuItem item = new JRadioButtonMenuItem(name, value.equals(current));
        item.addActionListener(e -> {
            if (!current.equals(value)) {
                chosen.accept(Map.of(setting.name(), value));
            }
        });
        group.add(item);
        return item;
    }
}
