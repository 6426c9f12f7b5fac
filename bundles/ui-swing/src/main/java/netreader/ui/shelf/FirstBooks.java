package netreader.ui.shelf;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import netreader.client.ServerAddress;
import netreader.client.ShelfBook;
import netreader.ui.work.Preferences;

/**
 * The ids of the books that stand first on the shelf, kept for the next start: then these are to be seen before all
 * books are read from the disk and sorted. Event thread.
 */
final class FirstBooks {
    private static final String KEY = "shelfFirst";
    private static final Pattern IDS = Pattern.compile("\\d{1,18}(,\\d{1,18})*");
    /** As many as a large window shows. */
    private static final int MOST = 80;

    private final Preferences preferences;
    private final ServerAddress server;

    FirstBooks(Preferences preferences, ServerAddress server) {
        this.preferences = preferences;
        this.server = server;
    }

    /** The first books that were seen last of what is wanted; perhaps none. */
    List<Long> of(ShelfChoice choice) {
        String kept = preferences.text(KEY, "");
        String of = prefix(choice);
        if (!kept.startsWith(of) || !IDS.matcher(kept.substring(of.length())).matches()) {
            return List.of();
        }
        return Arrays.stream(kept.substring(of.length()).split(","))
                .map(Long::parseLong)
                .toList();
    }

    /** A shelf that is searched is not what is seen after the next start. */
    void remember(ShelfView view) {
        if (view.choice().words().isBlank()) {
            preferences.put(
                    KEY,
                    prefix(view.choice())
                            + view.books().stream()
                                    .limit(MOST)
                                    .map(ShelfBook::id)
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(",")));
        }
    }

    /** Of another server, folder or order, the books would be others. */
    private String prefix(ShelfChoice choice) {
        return server + " " + choice.order().configName() + " " + choice.folder() + "\n";
    }
}
