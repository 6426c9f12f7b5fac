package netreader.ui.book;

import java.util.Optional;
import netreader.client.BookSetting;
import netreader.ui.text.Messages;

/** The settings of formats in words: in this language where they are known ones, else in those of the format. */
public record SettingWords(Messages text) {
    public String title(BookSetting setting) {
        return text.find(key(setting)).orElse(setting.title());
    }

    /** @param choice one of the setting's, or what was typed */
    public String choice(BookSetting setting, String choice) {
        return text.find(key(setting) + "." + choice).orElse(choice);
    }

    /** What counts where nothing was chosen. */
    public String usual(BookSetting setting) {
        return Optional.of(setting.usual())
                .filter(usual -> !usual.isEmpty())
                .map(usual -> choice(setting, usual))
                .orElseGet(() -> text.get("setting.automatic"));
    }

    private static String key(BookSetting setting) {
        return "setting." + setting.name();
    }
}
