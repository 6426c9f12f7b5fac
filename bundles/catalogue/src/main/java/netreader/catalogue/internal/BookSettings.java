package netreader.catalogue.internal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import netreader.catalogue.BookSetting;
import netreader.catalogue.CatalogueBook;
import netreader.catalogue.CatalogueException;
import netreader.catalogue.CatalogueException.Problem;
import netreader.catalogue.internal.inspect.Inspector;
import netreader.catalogue.internal.scan.Library;
import netreader.catalogue.internal.store.BookTable;
import netreader.catalogue.internal.store.Database;
import netreader.catalogue.internal.store.Inspection;
import netreader.format.Setting;
import netreader.format.registry.FormatInfo;
import netreader.format.registry.FormatRegistry;
import netreader.format.registry.FormatUnavailableException;

/** What is chosen for single books. Which values are good is the format's to say, by opening the book. Any thread. */
final class BookSettings {
    private final FormatRegistry formats;
    private final Library library;
    private final Database database;
    private final Inspector inspector;
    private final SharedTexts texts;
    /** Two changes at a time would each undo the other. */
    private final ReentrantLock changing = new ReentrantLock();

    BookSettings(FormatRegistry formats, Library library, Database database, Inspector inspector, SharedTexts texts) {
        this.formats = formats;
        this.library = library;
        this.database = database;
        this.inspector = inspector;
        this.texts = texts;
    }

    /** The settings of the book's format; those that were made while it is not installed. */
    List<BookSetting> of(CatalogueBook book) {
        Optional<FormatInfo> format = formats.byName(book.format());
        List<BookSetting> settings = new ArrayList<>();
        format.ifPresent(known -> known.settings()
                .forEach(setting ->
                        settings.add(new BookSetting(setting, book.settings().getOrDefault(setting.name(), "")))));
        if (format.isEmpty()) {
            new TreeMap<>(book.settings())
                    .forEach((name, value) ->
                            settings.add(new BookSetting(new Setting(name, name, List.of(), ""), value)));
        }
        return settings;
    }

    /**
     * The book's settings after some changes.
     *
     * @param changes by name; an empty value takes a setting back
     * @throws CatalogueException BAD_SETTING if the format has no such setting, FORMAT_UNAVAILABLE
     */
    Map<String, String> changed(CatalogueBook book, Map<String, String> changes) throws CatalogueException {
        Map<String, String> settings = new TreeMap<>(book.settings());
        for (Map.Entry<String, String> change : changes.entrySet()) {
            String name = change.getKey();
            String value = change.getValue().strip();
            if (value.isEmpty()) {
                settings.remove(name); // also one that only an earlier version of the format had
            } else {
                settings.put(name, spelled(setting(book, name), value));
            }
        }
        return settings;
    }

    private Setting setting(CatalogueBook book, String name) throws CatalogueException {
        FormatInfo format = formats.byName(book.format())
                .orElseThrow(() -> new CatalogueException(
                        Problem.FORMAT_UNAVAILABLE, "The format " + book.format() + " is not installed"));
        List<String> names = format.settings().stream().map(Setting::name).toList();
        return format.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CatalogueException(
                        Problem.BAD_SETTING,
                        "A " + book.format() + " has no setting \"" + name + "\""
                                + (names.isEmpty() ? "" : "; it has " + String.join(", ", names))));
    }

    /** As among the choices, which are proposals: the format may take more. */
    private static String spelled(Setting setting, String value) {
        return setting.choices().stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElse(value);
    }

    /**
     * Stores changes and reads the book again with them.
     *
     * @return false if they change nothing
     * @throws CatalogueException NOT_FOUND, FORMAT_UNAVAILABLE, IO, or BAD_SETTING if the book cannot be read that way
     */
    boolean change(long id, Map<String, String> changes) throws CatalogueException {
        changing.lock();
        try {
            CatalogueBook book = database.read(connection -> BookTable.book(connection, id));
            Map<String, String> settings = changed(book, changes);
            if (settings.equals(book.settings())) {
                return false;
            }
            Inspection inspection = inspect(book, settings);
            // Taking settings back is always possible: that is the way out of a bad one.
            boolean chosen = changes.values().stream().anyMatch(value -> !value.isBlank());
            if (chosen && inspection.reason().isPresent()) {
                throw new CatalogueException(
                        Problem.BAD_SETTING,
                        book.name() + " cannot be read so: "
                                + inspection.reason().get());
            }
            String provider =
                    formats.byName(book.format()).map(FormatInfo::build).orElse("");
            database.write(connection -> {
                BookTable.putSettings(connection, id, settings);
                BookTable.ReadAs as = new BookTable.ReadAs(book.version(), settings, provider);
                BookTable.putInspected(connection, id, as, inspection);
                return true;
            });
            texts.outdate(id);
            return true;
        } finally {
            changing.unlock();
        }
    }

    private Inspection inspect(CatalogueBook book, Map<String, String> settings) throws CatalogueException {
        try {
            return inspector.inspect(book.name(), book.format(), library.file(book.name()), settings);
        } catch (FormatUnavailableException e) {
            throw new CatalogueException(Problem.FORMAT_UNAVAILABLE, e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new CatalogueException(Problem.NOT_FOUND, book.name() + " has gone from the library", e);
        } catch (IOException e) {
            throw new CatalogueException(Problem.IO, book.name() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
