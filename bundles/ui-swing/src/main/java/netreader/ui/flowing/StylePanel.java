package netreader.ui.flowing;

import static netreader.ui.look.Painting.px;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JToggleButton;
import netreader.ui.look.Palette;
import netreader.ui.text.Messages;

/** How flowing books are set. Every change counts at once. Event thread. */
final class StylePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final List<Integer> PAGE_BYTES = List.of(2048, 4096, 16_384);
    private static final List<String> PAGE_NAMES = List.of("style.page.small", "style.page.medium", "style.page.large");

    private final transient Messages text;
    private final transient Consumer<TextStyle> changed;
    private final FamilyBox family;
    private transient TextStyle style;

    /** @param changed is given the style after every change */
    StylePanel(Messages text, TextStyle style, Consumer<TextStyle> changed) {
        super(new GridBagLayout());
        this.text = text;
        this.style = style;
        this.changed = changed;
        family = new FamilyBox(text.get("style.family.automatic"), chosen -> change(this.style.withFamily(chosen)));
        families(List.of());
        build();
    }

    /** The families among which may be chosen. */
    void families(List<String> names) {
        family.fill(names, style.family());
    }

    private void change(TextStyle now) {
        style = now;
        changed.accept(now);
    }

    private void build() {
        removeAll();
        setBorder(BorderFactory.createEmptyBorder(px(14), px(16), px(12), px(16)));
        row("style.paper", papers());
        row("style.family", family);
        row(
                "style.size",
                slider(
                        "style.size",
                        TextStyle.SMALLEST,
                        TextStyle.LARGEST,
                        style.size(),
                        v -> v + "",
                        v -> change(style.withSize(v))));
        row(
                "style.lines",
                slider(
                        "style.lines",
                        TextStyle.TIGHTEST,
                        TextStyle.LOOSEST,
                        style.lines(),
                        v -> text.get("style.times", v / 100.0),
                        v -> change(style.withLines(v))));
        row(
                "style.paragraphs",
                slider(
                        "style.paragraphs",
                        0,
                        TextStyle.FARTHEST,
                        style.paragraphs(),
                        v -> text.get("style.times", v / 100.0),
                        v -> change(style.withParagraphs(v))));
        row(
                "style.measure",
                slider(
                        "style.measure",
                        TextStyle.NARROWEST,
                        TextStyle.WIDEST,
                        style.measure(),
                        v -> v + "",
                        v -> change(style.withMeasure(v))));
        JPanel checks = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
        checks.add(check("style.justified", style.justified(), on -> change(style.withJustified(on))));
        checks.add(Box.createHorizontalStrut(px(16)));
        checks.add(check("style.indented", style.indented(), on -> change(style.withIndented(on))));
        row("style.paragraph", checks);
        row("style.page", pageSizes());
        JButton usual = new JButton(text.get("style.usual"));
        usual.addActionListener(e -> {
            change(TextStyle.USUAL);
            family.setSelectedIndex(0);
            build();
            revalidate();
            repaint();
        });
        JPanel end = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
        end.add(usual);
        row("", end);
    }

    private void row(String key, Component control) {
        GridBagConstraints at = new GridBagConstraints();
        at.insets = new Insets(px(4), 0, px(4), px(12));
        at.anchor = GridBagConstraints.LINE_START;
        at.gridx = 0;
        at.gridy = GridBagConstraints.RELATIVE;
        JLabel label = new JLabel(key.isEmpty() ? "" : text.get(key));
        label.setForeground(Palette.SECONDARY.color());
        label.setLabelFor(control);
        at.gridy = getComponentCount() / 2;
        add(label, at);
        at.gridx = 1;
        at.weightx = 1;
        at.insets = new Insets(px(4), 0, px(4), 0);
        at.fill = GridBagConstraints.HORIZONTAL;
        add(control, at);
        if (!key.isEmpty()) {
            control.getAccessibleContext().setAccessibleName(text.get(key));
        }
    }

    private JPanel slider(
            String key, int least, int most, int value, IntFunction<String> shown, Consumer<Integer> moved) {
        JSlider slider = new JSlider(least, most, value);
        slider.setPreferredSize(new Dimension(px(200), slider.getPreferredSize().height));
        slider.getAccessibleContext().setAccessibleName(text.get(key));
        JLabel label = new JLabel(shown.apply(value));
        label.setHorizontalAlignment(JLabel.TRAILING);
        label.setPreferredSize(new Dimension(px(44), label.getPreferredSize().height));
        slider.addChangeListener(e -> {
            label.setText(shown.apply(slider.getValue()));
            moved.accept(slider.getValue());
        });
        JPanel panel = new JPanel(new java.awt.BorderLayout(px(6), 0));
        panel.add(slider, java.awt.BorderLayout.CENTER);
        panel.add(label, java.awt.BorderLayout.EAST);
        return panel;
    }

    private JCheckBox check(String key, boolean on, Consumer<Boolean> switched) {
        JCheckBox check = new JCheckBox(text.get(key), on);
        check.addActionListener(e -> switched.accept(check.isSelected()));
        return check;
    }

    private JPanel papers() {
        ButtonGroup group = new ButtonGroup();
        JPanel panel = new JPanel(new FlowLayout(FlowLayout.LEADING, px(4), 0));
        for (Paper paper : Paper.values()) {
            JToggleButton button = new JToggleButton(new Swatch(paper), style.paper() == paper);
            String name = text.get(paper.messageKey());
            button.setToolTipText(name);
            button.getAccessibleContext().setAccessibleName(name);
            button.setMargin(new Insets(px(2), px(2), px(2), px(2)));
            button.putClientProperty("JButton.buttonType", "toolBarButton");
            button.addActionListener(e -> change(style.withPaper(paper)));
            add(group, button, panel);
        }
        return panel;
    }

    private JPanel pageSizes() {
        ButtonGroup group = new ButtonGroup();
        JPanel panel = new JPanel(new FlowLayout(FlowLayout.LEADING, px(4), 0));
        for (int i = 0; i < PAGE_BYTES.size(); i++) {
            int bytes = PAGE_BYTES.get(i);
            JToggleButton button = new JToggleButton(text.get(PAGE_NAMES.get(i)), style.pageBytes() == bytes);
            button.addActionListener(e -> change(style.withPageBytes(bytes)));
            add(group, button, panel);
        }
        return panel;
    }

    private static void add(ButtonGroup group, AbstractButton button, JPanel panel) {
        group.add(button);
        panel.add(button);
    }
}
