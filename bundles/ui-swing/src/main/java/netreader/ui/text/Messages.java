package netreader.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import netreader.client.ClientException;

/** What the windows say, in one language. */
public final class Messages {
    private static final String BUNDLE = "netreader.ui.text.messages";
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    /** What a sentence may end with. */
    private static final String END = ".!?…。！？";

    private final Locale locale;
    private final ResourceBundle bundle;

    /** @param language a BCP 47 tag; empty for the language of the system */
    public Messages(String language) {
        this.locale = language.isBlank() ? Locale.getDefault() : Locale.forLanguageTag(language.replace('_', '-'));
        // Without a fallback English would be out of reach on a Chinese system.
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /** A text that there may be. */
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** A sentence for the failure, in this language where its code is known. */
    public String error(ClientException failure) {
        String key = "error." + failure.code();
        return bundle.containsKey(key) ? bundle.getString(key) : failure.getMessage();
    }

    /**
     * A text with a reason that is told by somebody else, who may have left out the full stop.
     *
     * @param key of a text in which {0} stands where a whole sentence is to be
     */
    public String because(String key, String reason) {
        String stripped = reason.strip();
        boolean ends = stripped.isEmpty() || END.indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
        return get(key, ends ? stripped : stripped + ".").strip();
    }

    /** Such as {@code 1.4 MB}; units of 1,000 bytes. */
    public String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return String.format(locale, unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s", value, UNITS[unit]);
    }

    public Locale locale() {
        return locale;
    }
}
