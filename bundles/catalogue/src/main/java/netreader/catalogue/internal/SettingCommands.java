package netreader.catalogue.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import netreader.catalogue.BookSetting;
import netreader.catalogue.Catalogue;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.format.BookMetadata.Detail;
import netreader.format.Setting;
import netreader.shell.Answer;
import netreader.shell.Arguments;
import netreader.shell.Command;
import netreader.shell.CommandException;
import netreader.shell.Commands;
import netreader.shell.Facts;
import netreader.shell.Table;
import netreader.shell.UsageException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code nr:set}, which chooses for one book, and {@code nr:charset}, which does so for what is asked most. */
@Component
public final class SettingCommands implements Commands {
    private static final String CHARSET = "charset";
    private static final int MAX_CHOICES = 12;
    private static final String AUTO = "auto";
    /** The details in which formats tell what they have detected, with the fields of {@code info --json}. */
    private static final Map<String, String> DETECTED = Map.of(
            "Encoding", "encoding",
            "Confidence", "confidence",
            "Reason", "reason");

    private final Catalogue catalogue;

    @Activate
    public SettingCommands(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.named("set", "shows what may be chosen for a book, or chooses")
                        .required("BOOK", NamedBook.MEANING)
                        .repeated("NAME=VALUE", "what is chosen; NAME= takes the choice back")
                        .note(
                                "A choice is kept for good, and counts for all readers at once. --json shows all that may be chosen.")
                        .example("nr:set 论语", "shows what may be chosen")
                        .example("nr:set 论语 charset=Big5", "reads the book as Big5 from now on")
                        .example("nr:set 论语 charset=", "lets NetReader find the charset again")
                        .does(CatalogueAction.of(this::set)),
                Command.named("charset", "tells which charset a text was found to have and why, or chooses one")
                        .required("BOOK", NamedBook.MEANING)
                        .optional("CHARSET", "the charset to read it in from now on; auto lets NetReader find it again")
                        .example("nr:charset 论语", "tells what was detected, with what confidence and why")
                        .example("nr:charset 论语 Big5", "reads the book as Big5 from now on")
                        .example("nr:charset 论语 auto", "takes the choice back")
                        .does(CatalogueAction.of(this::charset)));
    }

    private Answer set(Arguments arguments) throws CatalogueException {
        CatalogueBook book = NamedBook.find(catalogue, arguments.required("BOOK"));
        Map<String, String> changes = changes(arguments.all("NAME=VALUE"));
        if (!changes.isEmpty()) {
            catalogue.set(book.id(), changes);
        }
        return Table.<BookSetting>of("settings", catalogue.settings(book.id()))
                .column("name", chosen -> chosen.setting().name())
                .column("value", BookSetting::value, SettingCommands::shown)
                .forPrograms("default", chosen -> chosen.setting().defaultValue())
                .column("title", chosen -> chosen.setting().title())
                .column("choices", chosen -> chosen.setting().choices(), SettingCommands::someChoices)
                .with("id", book.id())
                .whenEmpty("There is nothing to choose for a " + book.format());
    }

    /** A format may know sixty charsets. */
    private static String someChoices(BookSetting chosen) {
        List<String> all = chosen.setting().choices();
        String some = all.stream().limit(MAX_CHOICES).collect(Collectors.joining(", "));
        return all.size() <= MAX_CHOICES ? some : some + ", and " + (all.size() - MAX_CHOICES) + " more";
    }

    private static String shown(BookSetting chosen) {
        if (!chosen.value().isEmpty()) {
            return chosen.value();
        }
        String value = chosen.setting().defaultValue();
        return value.isEmpty() ? "(automatic)" : value + " (default)";
    }

    /** @throws UsageException if one is no change */
    static Map<String, String> changes(List<String> words) {
        Map<String, String> parsed = new TreeMap<>();
        for (String change : words) {
            int equals = change.indexOf('=');
            if (equals < 1) {
                throw new UsageException("\"" + change + "\" is not a change such as charset=Big5");
            }
            parsed.put(change.substring(0, equals).strip(), change.substring(equals + 1));
        }
        return parsed;
    }

    private Answer charset(Arguments arguments) throws CatalogueException {
        CatalogueBook book = NamedBook.find(catalogue, arguments.required("BOOK"));
        Setting setting = charset(book).setting();
        Optional<String> wanted = arguments.optional("CHARSET");
        if (wanted.isPresent()) {
            String value = wanted.get().equalsIgnoreCase(AUTO) ? "" : wanted.get();
            catalogue.set(book.id(), Map.of(CHARSET, value));
        }
        CatalogueBook now = catalogue.book(book.id());
        String chosen = charset(now).value();
        Facts facts = Facts.inLines()
                .with("id", now.id())
                .fact("name", "Book", now.name())
                .fact("chosen", "Chosen", chosen.isEmpty() ? Optional.empty() : chosen)
                .fact("status", "Status", now.status().name().toLowerCase(Locale.ROOT));
        for (Detail detail : now.details()) {
            String field = DETECTED.get(detail.name());
            if (field != null) {
                facts.fact(field, detail.name(), detail.value());
            }
        }
        return facts.with("choices", setting.choices());
    }

    private BookSetting charset(CatalogueBook book) throws CatalogueException {
        return catalogue.settings(book.id()).stream()
                .filter(each -> each.setting().name().equals(CHARSET))
                .findFirst()
                .orElseThrow(() ->
                        new CommandException("BAD_SETTING", "There is no charset to choose for a " + book.format()));
    }
}
