package netreader.ui;

import java.awt.EventQueue;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import netreader.ui.command.Command;
import netreader.ui.command.CommandTarget;
import netreader.ui.look.Theme;
import netreader.ui.work.Preferences;

/** How the windows look: theme, language, opacity, full screen. Event thread. */
final class Appearance implements CommandTarget {
    static final Set<Command> COMMANDS = EnumSet.of(
            Command.THEME,
            Command.THEME_LIGHT,
            Command.THEME_PAPER,
            Command.THEME_DARK,
            Command.LANGUAGE_SYSTEM,
            Command.LANGUAGE_ENGLISH,
            Command.LANGUAGE_CHINESE,
            Command.OPACITY_100,
            Command.OPACITY_75,
            Command.OPACITY_50,
            Command.OPACITY_25,
            Command.FULL_SCREEN);

    private final Preferences preferences;
    private final Consumer<String> speak;
    private final WindowPlace place;
    private final Translucency translucency;
    private final OpenTabs tabs;

    /**
     * @param speak is given the language that is wanted, as a BCP 47 tag; empty for that of the system
     * @param place of the window with the tabs
     * @param translucency of the window with the tabs
     */
    Appearance(
            Preferences preferences,
            Consumer<String> speak,
            WindowPlace place,
            Translucency translucency,
            OpenTabs tabs) {
        this.preferences = preferences;
        this.speak = speak;
        this.place = place;
        this.translucency = translucency;
        this.tabs = tabs;
    }

    @Override
    public boolean can(Command command) {
        return switch (command) {
            case OPACITY_25, OPACITY_50, OPACITY_75, OPACITY_100 ->
                tabs.windows()
                        .front()
                        .map(BookWindow::canBeTranslucent)
                        .orElseGet(() -> translucency.possible() && tabs.showsText());
            default -> true;
        };
    }

    @Override
    public void run(Command command) {
        switch (command) {
            case THEME -> switchTo(Theme.current().next());
            case THEME_LIGHT, THEME_PAPER, THEME_DARK -> switchTo(theme(command));
            case LANGUAGE_SYSTEM, LANGUAGE_ENGLISH, LANGUAGE_CHINESE ->
                // A menu that goes with the window must have been left first.
                EventQueue.invokeLater(() -> speak.accept(language(command)));
            case FULL_SCREEN ->
                tabs.windows().front().ifPresentOrElse(BookWindow::toggleFullScreen, place::toggleFullScreen);
            default ->
                tabs.windows().front().ifPresentOrElse(own -> own.opacity(command), () -> translucency.choose(command));
        }
    }

    @Override
    public boolean chosen(Command command) {
        return switch (command) {
            case THEME_LIGHT, THEME_PAPER, THEME_DARK -> Theme.current() == theme(command);
            case LANGUAGE_SYSTEM, LANGUAGE_ENGLISH, LANGUAGE_CHINESE ->
                preferences.text(ReaderWindow.LANGUAGE, "").equals(language(command));
            case OPACITY_25, OPACITY_50, OPACITY_75, OPACITY_100 -> translucency.isChosen(command);
            case FULL_SCREEN -> place.isFullScreen();
            default -> false;
        };
    }

    private void switchTo(Theme theme) {
        theme.switchTo();
        preferences.put("theme", theme.configName());
    }

    private static Theme theme(Command command) {
        return Theme.of(command.name().substring("THEME_".length()));
    }

    private static String language(Command command) {
        return switch (command) {
            case LANGUAGE_ENGLISH -> "en";
            case LANGUAGE_CHINESE -> "zh-CN";
            default -> "";
        };
    }
}
