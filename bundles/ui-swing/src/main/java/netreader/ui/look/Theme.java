package netreader.ui.look;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.util.Arrays;
import java.util.Locale;
import javax.swing.UIManager;

/** The windows' colours. */
public enum Theme {
    LIGHT,
    PAPER,
    DARK;

    /** @param name as in the configuration; anything unknown is light */
    public static Theme of(String name) {
        return Arrays.stream(values())
                .filter(theme -> theme.configName().equalsIgnoreCase(name))
                .findFirst()
                .orElse(LIGHT);
    }

    public static Theme current() {
        if (FlatLaf.isLafDark()) {
            return DARK;
        }
        return UIManager.getLookAndFeel() instanceof PaperLaf ? PAPER : LIGHT;
    }

    /** The one after this, round and round. */
    public Theme next() {
        return switch (this) {
            case LIGHT -> PAPER;
            case PAPER -> DARK;
            case DARK -> LIGHT;
        };
    }

    /** The name in the configuration. */
    public String configName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Before the first window. Event thread. */
    public void install() {
        FlatLaf.registerCustomDefaultsSource("netreader.ui.look", Theme.class.getClassLoader());
        apply();
    }

    /** Changes the windows that are open. Event thread. */
    public void switchTo() {
        apply();
        FlatLaf.updateUI();
    }

    private void apply() {
        switch (this) {
            case LIGHT -> FlatLightLaf.setup();
            case PAPER -> PaperLaf.setup(new PaperLaf());
            case DARK -> FlatDarkLaf.setup();
        }
    }
}
