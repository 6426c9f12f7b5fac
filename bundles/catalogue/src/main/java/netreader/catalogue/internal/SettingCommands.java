package netreader.catalogue.internal;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import netreader.catalogue.BookSetting;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.OpenText;
import netreader.format.OpenOptions;
import netreader.format.Outline;
import netreader.format.Setting;
import netreader.format.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The shell's {@code nr:set}, which chooses for one book, and {@code nr:outline}, which shows its table of contents, with
 * settings that are only tried if there are some.
 */
@Component(
        service = SettingCommands.class,
        property = {"osgi.command.scope=nr", "osgi.command.function=set", "osgi.command.function=outline"})
public final class SettingCommands {
    private final Catalogue catalogue;

    @Activate
    public SettingCommands(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Changes settings of a book, if there are changes, and shows all.
     *
     * @param name the book's number, name, name without extension, or title
     * @param changes such as {@code charset=Big5}; {@code charset=} takes the choice back
     */
    public String set(String name, String... changes) throws CatalogueException {
        CatalogueBook book = NamedBook.find(catalogue, name);
        Map<String, String> parsed = parse(changes);
        if (!parsed.isEmpty()) {
            catalogue.set(book.id(), parsed);
        }
        StringJoiner lines = new StringJoiner("\n");
        for (BookSetting chosen : catalogue.settings(book.id())) {
            Setting setting = chosen.setting();
            String value = chosen.value().isEmpty() ? automatic(setting) : chosen.value();
            lines.add(setting.name() + "=" + value + "  (" + setting.title() + ")");
            if (!setting.choices().isEmpty()) {
                lines.add("    " + String.join(", ", setting.choices()));
            }
        }
        return lines.length() == 0 ? "There is nothing to choose for a " + book.format() : lines.toString();
    }

    private static String automatic(Setting setting) {
        return setting.defaultValue().isEmpty() ? "(automatic)" : setting.defaultValue() + " (default)";
    }

    /**
     * The book's table of contents: a line for each entry with its page, counted from 1, and how many there are.
     *
     * @param changes settings to try, as for {@link #set}; they are not kept
     */
    public String outline(String name, String... changes) throws CatalogueException {
        CatalogueBook book = NamedBook.find(catalogue, name);
        try (OpenText text = catalogue.openText(book.id(), OpenOptions.DEFAULT_PAGE_BYTES, parse(changes))) {
            Outline outline = text.outline(Work.UNCANCELLED);
            int[] pages = text.pagesAt(
                    outline.entries().stream().mapToLong(Outline.Entry::anchor).toArray());
            StringJoiner lines = new StringJoiner("\n");
            for (int i = 0; i < pages.length; i++) {
                Outline.Entry entry = outline.entries().get(i);
                String title = entry.title().replaceAll("\\p{Cntrl}+", " ");
                lines.add(String.format("%6d  %s%s", pages[i] + 1, "  ".repeat(entry.level()), title));
            }
            String whole = outline.complete() ? "" : " so far";
            return lines.add(pages.length + (pages.length == 1 ? " entry" : " entries") + whole)
                    .toString();
        }
    }

    private static Map<String, String> parse(String... changes) throws CatalogueException {
        Map<String, String> parsed = new TreeMap<>();
        for (String change : changes) {
            int equals = change.indexOf('=');
            if (equals < 1) {
                throw new CatalogueException(
                        Problem.BAD_SETTING, "\"" + change + "\" is not a change such as charset=Big5");
            }
            parsed.put(change.substring(0, equals).strip(), change.substring(equals + 1));
        }
        return parsed;
    }
}
