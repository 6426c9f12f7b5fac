package netreader.ui.command;

import static netreader.ui.command.Scope.BOOK;
import static netreader.ui.command.Scope.SHELF;
import static netreader.ui.command.Scope.WINDOW;

import java.util.List;
import java.util.stream.Stream;
import javax.swing.KeyStroke;

/** Everything that a reader can ask for, with its keys: menus, tool bars, bindings and the list of keys come from here. */
public enum Command {
    START_READING(SHELF, "ENTER"),
    INFORMATION(WINDOW, "alt ENTER"),
    DOWNLOAD(SHELF),
    DELETE_COPY(WINDOW),
    FILTER(SHELF, "ctrl F"),
    FOLDERS(SHELF, "ctrl L"),
    SHELF_LIST(SHELF),
    OPEN_FILE(WINDOW, "ctrl O"),
    CONNECT(WINDOW),
    COPY_TITLE(WINDOW),
    REVEAL_FILE(WINDOW),
    SHOW_SHELF(WINDOW, "alt HOME"),
    CLOSE_TAB(WINDOW, "ctrl W"),
    REOPEN_TAB(WINDOW, "ctrl shift T"),
    NEXT_TAB(WINDOW, "ctrl TAB"),
    PREVIOUS_TAB(WINDOW, "ctrl shift TAB"),
    QUIT(WINDOW, "ctrl Q"),
    THEME(WINDOW),
    THEME_LIGHT(WINDOW),
    THEME_DARK(WINDOW),
    THEME_PAPER(WINDOW),
    LANGUAGE_SYSTEM(WINDOW),
    LANGUAGE_ENGLISH(WINDOW),
    LANGUAGE_CHINESE(WINDOW),
    FULL_SCREEN(WINDOW, "F11"),
    KEYS(WINDOW, "F1"),
    ABOUT(WINDOW),
    NEXT_PAGE(BOOK, "PAGE_DOWN", "N"),
    PREVIOUS_PAGE(BOOK, "PAGE_UP", "P"),
    RIGHT(BOOK, "RIGHT"),
    LEFT(BOOK, "LEFT"),
    SCREEN_DOWN(BOOK, "SPACE"),
    SCREEN_UP(BOOK, "shift SPACE"),
    LINE_DOWN(BOOK, "DOWN", "J"),
    LINE_UP(BOOK, "UP", "K"),
    FIRST_PAGE(BOOK, "HOME", "ctrl HOME"),
    LAST_PAGE(BOOK, "END", "ctrl END"),
    GO_TO_PAGE(BOOK, "ctrl G", "ctrl L"),
    FIND(BOOK, "ctrl F", "SLASH"),
    FIND_NEXT(BOOK, "F3"),
    FIND_PREVIOUS(BOOK, "shift F3"),
    BACK(BOOK, "alt LEFT"),
    FORWARD(BOOK, "alt RIGHT"),
    BOOKMARK(BOOK, "ctrl B", "ctrl D"),
    COPY(BOOK, "ctrl C"),
    SELECT_ALL(BOOK, "ctrl A"),
    ZOOM_IN(BOOK, "ctrl PLUS", "ctrl EQUALS", "ctrl shift EQUALS", "ctrl ADD"),
    ZOOM_OUT(BOOK, "ctrl MINUS", "ctrl SUBTRACT"),
    ZOOM_RESET(BOOK, "ctrl 0", "ctrl NUMPAD0"),
    FIT_PAGE(BOOK, "F"),
    FIT_WIDTH(BOOK, "W"),
    CONTINUOUS(BOOK, "C"),
    TWO_PAGES(BOOK, "D"),
    ROTATE_RIGHT(BOOK, "R"),
    ROTATE_LEFT(BOOK, "shift R"),
    NIGHT(BOOK, "ctrl I"),
    SIDE_PANEL(BOOK, "F9"),
    PRINT(BOOK, "ctrl P"),
    EXPORT_TEXT(BOOK),
    OWN_WINDOW(BOOK),
    TEXT_STYLE(BOOK),
    BOOK_SETTINGS(BOOK),
    OPACITY_100(BOOK),
    OPACITY_75(BOOK),
    OPACITY_50(BOOK),
    OPACITY_25(BOOK);

    private final Scope scope;

    // Key strokes never change, but do not say so in a way that the checker knows.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<KeyStroke> keys;

    Command(Scope scope, String... keys) {
        this.scope = scope;
        this.keys = Stream.of(keys).map(KeyNames::parse).toList();
    }

    public Scope scope() {
        return scope;
    }

    /** The first is the one that menus and tooltips name. */
    public List<KeyStroke> keys() {
        return keys;
    }

    /** The key of its name in the messages. */
    public String messageKey() {
        return "command." + name();
    }
}
