package netreader.ui.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import netreader.client.OtherPlace;
import netreader.client.Place;
import netreader.client.ShelfBook;
import netreader.format.Delivery;

/** Says where a book was left on another device, and when by that device's clock. */
public final class LeftElsewhere {
    private final Messages text;
    private final ZonedDateTime now;

    public LeftElsewhere(Messages text, ZonedDateTime now) {
        this.text = text;
        this.now = now;
    }

    /** Such as "You were at page 34 (12 %) on 书房电脑, today at 14:05." */
    public String offer(ShelfBook book, OtherPlace other) {
        return text.get("elsewhere.offer", place(book, other.place()), device(other), when(other));
    }

    /** The same of a book that was opened there. */
    public String taken(ShelfBook book, OtherPlace other) {
        return text.get("elsewhere.taken", place(book, other.place()), device(other), when(other));
    }

    /** Without a verb, for a list of facts. */
    public String fact(ShelfBook book, OtherPlace other) {
        return text.get("elsewhere.fact", place(book, other.place()), device(other), when(other));
    }

    /** The pages of a text are known when they come; those of a painted book as its server counts them. */
    private String place(ShelfBook book, Place place) {
        return book.delivery() == Delivery.FILE && book.pages() > 0
                ? text.get("elsewhere.page", place.pageOf(book.pages()) + 1, place.fraction())
                : text.get("elsewhere.percent", place.fraction());
    }

    private String device(OtherPlace other) {
        return other.device().isEmpty() ? text.get("elsewhere.device") : other.device();
    }

    private String when(OtherPlace other) {
        return other.when().map(this::when).orElse("");
    }

    private String when(Instant instant) {
        ZoneId zone = now.getZone();
        ZonedDateTime then = instant.atZone(zone);
        LocalDate day = then.toLocalDate();
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(text.locale())
                .format(then);
        if (day.equals(now.toLocalDate())) {
            return text.get("elsewhere.today", time);
        }
        if (day.equals(now.toLocalDate().minusDays(1))) {
            return text.get("elsewhere.yesterday", time);
        }
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(text.locale())
                .format(then);
        return text.get("elsewhere.day", date, time);
    }
}
