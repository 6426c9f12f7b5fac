package netreader.ui.look;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.util.Locale;

/** The windows' colours. */
public enum Theme {
    LIGHT,
    DARK;

    /** @param name as in the configuration; anything unknown is light */
    public static Theme of(String name) {
        return "dark".equalsIgnoreCase(name) ? DARK : LIGHT;
    }

    public static Theme current() {
        return FlatLaf.isLafDark() ? DARK : LIGHT;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
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
        if (this == DARK) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
    }
}
