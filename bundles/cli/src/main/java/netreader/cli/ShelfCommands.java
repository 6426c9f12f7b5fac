package netreader.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import netreader.client.BookDetails;
import netreader.client.Client;
import netreader.client.ClientException;
import netreader.client.ShelfBook;
import netreader.format.BookMetadata;

/** {@code ls} and {@code info}. */
record ShelfCommands(Client client, Books books) {
    Answer list(Arguments arguments) throws ClientException {
        JsonArray list = new JsonArray();
        Columns columns = new Columns("ID", "FORMAT", "PAGES", "SIZE", "TITLE", "AUTHORS", "STATUS");
        columns.rightAligned(0, 2, 3);
        for (ShelfBook book : books.settled(arguments.query(), arguments.limit())) {
            list.add(fields(book));
            columns.row(
                    Long.toString(book.id()),
                    book.format(),
                    pages(book),
                    size(book.bytes()),
                    book.title(),
                    String.join(", ", book.authors()),
                    status(book));
        }
        JsonObject json = new JsonObject();
        json.add("books", list);
        return new Answer(json, list.isEmpty() ? nothing(arguments) : columns.toString());
    }

    private static String nothing(Arguments arguments) {
        return arguments.query().words().isBlank() ? "The shelf is empty.\n" : "No book has these words.\n";
    }

    Answer info(ShelfBook book) throws ClientException {
        BookDetails known = client.details(book);
        List<BookMetadata.Detail> details = known.details();
        Map<String, String> byName = new TreeMap<>();
        JsonObject all = new JsonObject();
        for (BookMetadata.Detail detail : details) {
            byName.put(detail.name(), detail.value());
            all.addProperty(detail.name(), detail.value());
        }
        JsonObject json = fields(book);
        json.addProperty("encoding", byName.get("Encoding"));
        json.add("confidence", number(Optional.ofNullable(byName.get("Confidence"))));
        json.addProperty("reason", book.reason().orElse(byName.get("Reason")));
        json.add("details", all);
        JsonObject settings = new JsonObject();
        known.settings().forEach(setting -> settings.addProperty(setting.name(), setting.value()));
        json.add("settings", settings);
        return new Answer(json, lines(book, known));
    }

    private static JsonObject fields(ShelfBook book) {
        JsonObject fields = new JsonObject();
        fields.addProperty("id", book.id());
        fields.addProperty("name", book.name());
        fields.addProperty("title", book.title());
        JsonArray authors = new JsonArray();
        book.authors().forEach(authors::add);
        fields.add("authors", authors);
        fields.addProperty("format", book.format());
        fields.addProperty("delivery", book.delivery().wireName());
        fields.addProperty("bytes", book.bytes());
        fields.addProperty("pages", book.pages());
        fields.addProperty("sha256", book.sha256().orElse(null));
        fields.addProperty("status", status(book));
        return fields;
    }

    private static JsonElement number(Optional<String> text) {
        try {
            return text.isPresent() ? new JsonPrimitive(new BigDecimal(text.get())) : JsonNull.INSTANCE;
        } catch (NumberFormatException e) { // words for people, which are among the details too
            return JsonNull.INSTANCE;
        }
    }

    private static String lines(ShelfBook book, BookDetails known) {
        Columns columns = new Columns();
        columns.row("Title", book.title());
        if (!book.authors().isEmpty()) {
            columns.row("Authors", String.join(", ", book.authors()));
        }
        columns.row("Id", Long.toString(book.id()));
        columns.row("File", book.name());
        columns.row("Format", book.format());
        columns.row("Size", size(book.bytes()) + " (" + book.bytes() + " bytes)");
        columns.row("Pages", pages(book));
        columns.row("Status", status(book));
        book.reason().ifPresent(reason -> columns.row("Reason", reason));
        book.sha256().ifPresent(digest -> columns.row("SHA-256", digest));
        List<String> shown = new ArrayList<>(List.of("Title", "Authors", "Pages"));
        book.reason().ifPresent(reason -> shown.add("Reason"));
        known.details().stream()
                .filter(detail -> !shown.contains(detail.name()))
                .forEach(detail -> columns.row(detail.name(), detail.value()));
        known.settings().stream()
                .filter(setting -> !setting.value().isEmpty())
                .forEach(setting -> columns.row("Set: " + setting.name(), setting.value()));
        return columns.toString();
    }

    private static String pages(ShelfBook book) {
        return book.pages() == 0 ? "-" : Integer.toString(book.pages());
    }

    private static String status(ShelfBook book) {
        return book.status().name().toLowerCase(Locale.ROOT);
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.0f KB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
