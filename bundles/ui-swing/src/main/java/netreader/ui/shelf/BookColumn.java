package netreader.ui.shelf;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import javax.swing.SwingConstants;
import netreader.client.ShelfBook;
import netreader.ui.work.UiContext;

/** What the list of books tells of each. */
enum BookColumn {
    TITLE(320, SwingConstants.LEADING, Optional.of(ShelfOrder.TITLE)),
    AUTHOR(180, SwingConstants.LEADING, Optional.of(ShelfOrder.AUTHOR)),
    FORMAT(64, SwingConstants.LEADING, Optional.empty()),
    SIZE(80, SwingConstants.TRAILING, Optional.empty()),
    PROGRESS(86, SwingConstants.TRAILING, Optional.empty()),
    READ(110, SwingConstants.LEADING, Optional.of(ShelfOrder.READ)),
    ADDED(110, SwingConstants.LEADING, Optional.of(ShelfOrder.ADDED));

    private final int width;
    private final int alignment;
    private final Optional<ShelfOrder> order;

    // An Optional never changes, but does not say so in a way that the checker knows.
    @SuppressWarnings("ImmutableEnumChecker")
    BookColumn(int width, int alignment, Optional<ShelfOrder> order) {
        this.width = width;
        this.alignment = alignment;
        this.order = order;
    }

    /** In the user's scale. */
    int width() {
        return width;
    }

    int alignment() {
        return alignment;
    }

    /** What a click on its head sorts by; empty if the shelf is never sorted so. */
    Optional<ShelfOrder> order() {
        return order;
    }

    String messageKey() {
        return "column." + name().toLowerCase(Locale.ROOT);
    }

    /** What stands in the column; does not block. */
    String textOf(ShelfBook book, UiContext context, Days days) {
        return switch (this) {
            case TITLE -> book.title();
            case AUTHOR -> String.join(", ", book.authors());
            case FORMAT -> book.format();
            case SIZE -> context.text().bytes(book.bytes());
            case PROGRESS ->
                context.client()
                        .place(book)
                        .map(place -> context.text().get("column.percent", place.fraction()))
                        .orElse("");
            case READ -> context.client().lastRead(book).map(days::of).orElse("");
            case ADDED -> book.added().equals(Instant.EPOCH) ? "" : days.of(book.added());
        };
    }

    /** Writes days as the language does. */
    static final class Days {
        private final DateTimeFormatter format;

        Days(Locale locale) {
            format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .withZone(ZoneId.systemDefault());
        }

        String of(Instant time) {
            return format.format(time);
        }
    }
}
